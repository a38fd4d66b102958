package org.lacuna.evidence.files;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lacuna.evidence.files.Samples.ascii;
import static org.lacuna.evidence.files.Samples.join;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.evidence.files.RefusedFile.Reason;

class CheckedFileTest {
    private static final Map<FileKind, byte[]> SOUND = Map.of(
            FileKind.JPEG, Samples.jpeg(),
            FileKind.PNG, Samples.png(),
            FileKind.WEBP, Samples.webp(),
            FileKind.PDF, Samples.pdf("Notice"),
            FileKind.MP4, Samples.mp4(),
            FileKind.WEBM, Samples.webm("webm"),
            FileKind.TEXT, "Your account was suspended.\r\n你的账号\tئۇيغۇرچە\n".getBytes(UTF_8));

    @ParameterizedTest
    @EnumSource
    void every_kind_we_take_passes_unchanged(FileKind kind) throws Exception {
        byte[] file = SOUND.get(kind);
        ByteArrayOutputStream passed = new ByteArrayOutputStream();

        CheckedFile checked = CheckedFile.copy(new ByteArrayInputStream(file), passed, file.length);

        assertThat(checked).isEqualTo(new CheckedFile(kind, file.length));
        assertThat(passed.toByteArray()).isEqualTo(file);
    }

    @ParameterizedTest
    @EnumSource(names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void a_file_cut_off_anywhere_is_refused(FileKind kind) {
        byte[] file = SOUND.get(kind);
        // a recording of unknown length ends between any two elements
        int step = Math.max(1, file.length / 97);
        int last = kind == FileKind.WEBM ? file.length - 8 : file.length - 1;
        for (int length = 16; length < last; length += step) {
            byte[] cut = Arrays.copyOf(file, length);
            boolean endsBetweenElements = kind == FileKind.WEBM && length == file.length - 11;
            if (!endsBetweenElements) {
                assertThat(reason(cut)).as(kind + " after " + length).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "PDF"})
    void nothing_may_stand_after_the_end(FileKind kind) {
        assertThat(reason(join(SOUND.get(kind), ascii("and more")))).isEqualTo(Reason.DATA_AFTER_THE_END);
    }

    @ParameterizedTest
    @EnumSource
    void a_zip_archive_behind_any_kind_is_refused(FileKind kind) {
        assertThat(reason(join(SOUND.get(kind), Samples.zip()))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "MP4", "WEBM"})
    void a_damaged_file_is_refused_or_passes_whole_but_never_breaks_the_walk(FileKind kind) throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = SOUND.get(kind).clone();
            for (int j = 0; j < 3; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            ByteArrayOutputStream passed = new ByteArrayOutputStream();
            try {
                CheckedFile.copy(new ByteArrayInputStream(damaged), passed, CheckedFile.MOST_BYTES);
                assertThat(passed.toByteArray()).isEqualTo(damaged);
            } catch (RefusedFile refused) {
                assertThat(refused.reason()).isNotNull();
            }
        }
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
    }

    @Test
    void one_byte_more_than_allowed_is_refused_and_the_rest_is_not_read() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                if (++given > 2_000_000) {
                    throw new IllegalStateException("read on after the limit");
                }
                return 'a';
            }
        };

        assertThatThrownBy(() -> CheckedFile.copy(endless, OutputStream.nullOutputStream(), 1_000_000))
                .isInstanceOfSatisfying(RefusedFile.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void a_stream_that_fails_is_not_taken_for_a_bad_file() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                throw new IOException("no space");
            }
        };

        assertThatThrownBy(() -> CheckedFile.copy(new ByteArrayInputStream(Samples.png()), full, 1 << 20))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
    }

    @Test
    void archives_programs_and_office_documents_are_refused() {
        Stream.of(
                        Samples.zip(),
                        join(ascii("MZ"), new byte[200]),
                        join(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, new byte[200]),
                        join(
                                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a
                                },
                                new byte[600]),
                        join(new byte[] {0x1f, (byte) 0x8b, 8, 0}, new byte[40]),
                        Samples.encoded(Samples.picture(8, 8), "gif"),
                        Samples.encoded(Samples.picture(8, 8), "bmp"),
                        new byte[300])
                .forEach(file -> assertThat(reason(file)).isEqualTo(Reason.NOT_A_KIND_WE_TAKE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>x</body></html>",
                "<!DOCTYPE html><title>x</title>",
                "<?xml version='1.0'?><a/>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
                "\n  <svg onload='x()'/>",
                "Hello.\n<ScRiPt>x()</script>",
                "{\\rtf1 hello}",
                "<?php x(); ?>",
                "Attribute VB_Name = \"x\"\r\nSub AutoOpen()\r\n",
                "<unknown-element>"
            })
    void markup_scripts_and_macros_are_no_text(String words) {
        assertThat(reason(words.getBytes(UTF_8))).isNotNull();
        assertThat(reason(("\ufeff" + words).getBytes(UTF_16LE))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\nid\n", "@echo off\r\ndel x\r\n"})
    void programs_as_text_are_no_text(String words) {
        assertThat(reason(words.getBytes(UTF_8))).isEqualTo(Reason.NOT_A_KIND_WE_TAKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "From: Trust & Safety <no-reply@platform.example>\nSubject: Your account\n\nIt was suspended.\n",
                "<- this is what they wrote",
                "<通知> 您的账号已被停用",
                "1 < 2, said <alice@mail.example>"
            })
    void what_people_paste_is_text(String words) throws Exception {
        assertThat(kind(words.getBytes(UTF_8))).isEqualTo(FileKind.TEXT);
        assertThat(kind(("\ufeff" + words).getBytes(UTF_16LE))).isEqualTo(FileKind.TEXT);
    }

    @Test
    void a_long_text_may_be_cut_by_our_buffer_in_the_middle_of_a_character() throws Exception {
        for (int before = 0; before < 4; before++) {
            byte[] text = ("x".repeat(before) + "审查制度".repeat(30_000)).getBytes(UTF_8);

            assertThat(kind(text)).isEqualTo(FileKind.TEXT);
        }
    }

    @Test
    void a_text_in_another_encoding_or_with_control_characters_is_refused() {
        byte[] text = "这是一个通知。".repeat(20).getBytes(Charset.forName("GB18030"));
        byte[] late = join("通知".repeat(30_000).getBytes(UTF_8), new byte[] {(byte) 0xe9});

        assertThat(reason(text)).isIn(Reason.NOT_A_KIND_WE_TAKE, Reason.NOT_PLAIN_TEXT);
        assertThat(reason(late)).isEqualTo(Reason.NOT_PLAIN_TEXT);
        assertThat(reason("hello \u0001 world, this is a text".getBytes(UTF_8)))
                .isIn(Reason.NOT_A_KIND_WE_TAKE, Reason.NOT_PLAIN_TEXT);
        assertThat(reason(join("x".repeat(70_000).getBytes(UTF_8), new byte[1])))
                .isEqualTo(Reason.NOT_PLAIN_TEXT);
    }

    @Test
    void no_message_quotes_the_file() {
        byte[] file = join(Samples.png(), ascii("SENTINEL-7131"));

        assertThatThrownBy(() -> kind(file))
                .hasMessageNotContaining("SENTINEL")
                .hasMessageContaining("data-after-the-end");
    }

    static FileKind kind(byte[] file) throws IOException, RefusedFile {
        return CheckedFile.copy(new ByteArrayInputStream(file), OutputStream.nullOutputStream(), CheckedFile.MOST_BYTES)
                .kind();
    }

    /** Why it is refused. */
    static Reason reason(byte[] file) {
        try {
            throw new AssertionError("taken as " + kind(file));
        } catch (RefusedFile refused) {
            return refused.reason();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

@Timeout(60)
class ContentCodingTest {
    private static final int CAP = 1 << 20;
    private static final byte[] PLAIN = "The account has been suspended for repeated violations of the rules. "
            .repeat(200)
            .getBytes(StandardCharsets.UTF_8);

    /** Made once elsewhere: this project writes no brotli. The second is 64 MB of zeros in a window of 16 MB. */
    private static final byte[] BROTLI =
            base64("G+c14I2Uq+3QVoNQlaEJOnDIgcu3BOLE44Ql8JCl+iQkNjPxwMbIVW0KL0RVXMa3O+hdLQBK");

    private static final byte[] BROTLI_BOMB =
            base64("z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/P//9/ABIAcVgAuvf/");

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "raw", "br", "zstd"})
    void every_coding_that_we_ask_for_is_undone(String coding) throws Exception {
        String named = coding.equals("raw") ? "deflate" : coding;
        assertThat(decode(encode(coding, PLAIN), named)).isEqualTo(PLAIN);
    }

    @Test
    void several_layers_are_undone_from_the_last_to_the_first() throws Exception {
        assertThat(decode(encode("zstd", encode("gzip", BROTLI)), "br, gzip", "zstd"))
                .isEqualTo(PLAIN);
        assertThat(decode(PLAIN, "identity", "")).isSameAs(PLAIN);
        assertThat(decode(encode("gzip", PLAIN), "identity, gzip")).isEqualTo(PLAIN);
        assertThat(reason(PLAIN, "gzip, gzip, gzip, gzip")).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(reason(PLAIN, "compress")).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "br", "zstd"})
    void a_bomb_stops_at_the_cap_wherever_it_hides(String coding) throws Exception {
        byte[] bomb = coding.equals("br") ? BROTLI_BOMB : encode(coding, new byte[64 << 20]);
        String named = coding.equals("raw") ? "deflate" : coding;
        assertThat(reason(bomb, named)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(encode("gzip", bomb), named + ", gzip")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(encode("zstd", bomb), named + ", zstd")).isEqualTo(Reason.TOO_LARGE);
        // a layer in the middle: large itself, though what is in it would be small
        byte[] middle = encode(coding.equals("br") ? "gzip" : coding, encode("gzip", new byte[0]));
        byte[] members = new byte[CAP * 2 / 20 * 20];
        byte[] member = encode("gzip", new byte[0]);
        for (int i = 0; i + member.length <= members.length; i += member.length) {
            System.arraycopy(member, 0, members, i, member.length);
        }
        assertThat(decode(middle, "gzip", coding.equals("br") ? "gzip" : named)).isEmpty();
        assertThat(reason(encode("zstd", members), "gzip, zstd")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_zstd_frame_that_asks_for_more_memory_than_the_standards_allow_is_refused() {
        // magic number, no checksum, window descriptor of 2^30, one RLE block of 100,000 bytes (RFC 8878 §3.1.1)
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (20 << 3), 0x03, 0x35, 0x0c, 'x'};
        assertThat(reason(frame, "zstd")).isEqualTo(Reason.BROKEN_ANSWER);
        // a single segment that announces an exabyte
        byte[] segment = {
            0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0, 16, 0x03, 0x35, 0x0c, 'x'
        };
        assertThat(reason(segment, "zstd")).isEqualTo(Reason.BROKEN_ANSWER);
        // a block of two megabytes, sixteen times what the standard allows
        byte[] block = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 13 << 3, 0x03, 0, (byte) 0x80, 'x'};
        assertThat(reason(block, "zstd")).isEqualTo(Reason.BROKEN_ANSWER);
        // and the same kind of frame with nothing wrong
        byte[] good = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 13 << 3, 0x1b, 0, 0, 'x'};
        assertThat(read(good)).isEqualTo("xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void a_part_of_it_and_something_else_are_broken_answers(String coding) throws Exception {
        byte[] whole = encode(coding, PLAIN);
        for (int length = 1; length < whole.length; length++) {
            assertThat(reason(Arrays.copyOf(whole, length), coding))
                    .as(coding + " cut at " + length + " of " + whole.length)
                    .isEqualTo(Reason.BROKEN_ANSWER);
        }
        assertThat(reason("not packed at all".getBytes(StandardCharsets.US_ASCII), coding))
                .isEqualTo(Reason.BROKEN_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void damaged_bytes_never_end_in_anything_but_a_reason(String coding) throws Exception {
        Random random = new Random(7);
        byte[] whole = encode(coding, PLAIN);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(decode(damaged, coding).length).isLessThanOrEqualTo(CAP);
            } catch (FetchFailure failed) {
                assertThat(failed.reason()).isIn(Reason.BROKEN_ANSWER, Reason.TOO_LARGE);
            }
        }
    }

    @Test
    void unpacking_counts_against_the_time_of_the_fetch() {
        Deadline over = new Deadline(Duration.ofNanos(1));
        assertThatThrownBy(() -> ContentCoding.decode(BROTLI, List.of("br"), CAP, over))
                .isInstanceOf(FetchFailure.class)
                .extracting("reason")
                .isEqualTo(Reason.TIMED_OUT);
    }

    private static String read(byte[] zstd) {
        try {
            return new String(decode(zstd, "zstd"), StandardCharsets.US_ASCII);
        } catch (FetchFailure failed) {
            throw new AssertionError(failed);
        }
    }

    private static byte[] decode(byte[] content, String... codings) throws FetchFailure {
        return ContentCoding.decode(content, List.of(codings), CAP, new Deadline(Duration.ofSeconds(50)));
    }

    private static Reason reason(byte[] content, String... codings) {
        try {
            decode(content, codings);
            throw new AssertionError("expected a failure, and it was read");
        } catch (FetchFailure failed) {
            return failed.reason();
        }
    }

    private static byte[] encode(String coding, byte[] plain) throws IOException {
        if (coding.equals("br")) {
            return BROTLI;
        }
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream encoder =
                switch (coding) {
                    case "zstd" -> new ZstdOutputStream(encoded);
                    case "deflate", "raw" -> new DeflaterOutputStream(encoded);
                    default -> new GZIPOutputStream(encoded);
                }) {
            encoder.write(plain);
        }
        return coding.equals("raw")
                ? Arrays.copyOfRange(encoded.toByteArray(), 2, encoded.size() - 4)
                : encoded.toByteArray();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}

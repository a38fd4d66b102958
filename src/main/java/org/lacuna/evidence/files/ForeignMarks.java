package org.lacuna.evidence.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * Refuses what begins another format, where a format lets anybody write what they like: comments, metadata, padding.
 * Compressed pictures and sound are not looked through, since chance writes every short word there.
 */
final class ForeignMarks implements Eye {
    private static final Reason FOREIGN = Reason.MORE_THAN_ONE_FORMAT;

    /** Pages and scripts, which are harmless to whoever reads them as text and to nobody else. */
    private static final List<Mark> MARKUP = Stream.of(
                    "<html", "<script", "<!doctyp", "<svg", "<?php", "<iframe", "<object", "<?xml-st", "{\\rtf")
            .map(words -> mark(words, Reason.HAS_A_SCRIPT))
            .toList();

    private static final List<Mark> ARCHIVES = Stream.of(
                    "%pdf-", "pk\u0003\u0004", "rar!\u001a\u0007", "7z\u00bc\u00af\u0027\u001c", "\u007felf")
            .map(words -> mark(words, FOREIGN))
            .toList();

    /** The macro language of office programs, as text; the last word with the eight letters that are compared. */
    private static final List<Mark> MACROS = Stream.of("e vb_nam", "autoopen", "auto_ope")
            .map(words -> mark(words, Reason.HAS_A_SCRIPT))
            .toList();

    private final List<Mark> marks;
    private long last;

    private ForeignMarks(List<Mark> marks) {
        this.marks = marks;
    }

    /** For the free parts of a binary format. */
    static ForeignMarks inBinary() {
        return new ForeignMarks(Stream.concat(MARKUP.stream().map(Mark::asForeign), ARCHIVES.stream())
                .toList());
    }

    /** For a text. */
    static ForeignMarks inText() {
        return new ForeignMarks(Stream.concat(MARKUP.stream(), MACROS.stream()).toList());
    }

    @Override
    public void see(byte[] bytes, int from, int length) throws RefusedFile {
        for (int i = from; i < from + length; i++) {
            see(bytes[i] & 0xff);
        }
    }

    /** One byte, or one ASCII character. */
    void see(int character) throws RefusedFile {
        last = last << 8 | lower(character);
        for (Mark mark : marks) {
            if ((last & mark.mask) == mark.bytes) {
                throw new RefusedFile(mark.reason);
            }
        }
    }

    private static int lower(int character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }

    private static Mark mark(String words, Reason reason) {
        long bytes = 0;
        for (byte each : words.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes = bytes << 8 | each & 0xff;
        }
        return new Mark(bytes, -1L >>> 64 - 8 * words.length(), reason);
    }

    private record Mark(long bytes, long mask, Reason reason) {
        Mark asForeign() {
            return new Mark(bytes, mask, FOREIGN);
        }
    }
}

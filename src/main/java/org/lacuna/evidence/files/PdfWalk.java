package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * PDF (ISO 32000-1 §7.5) from {@code %PDF-} to {@code %%EOF}, without anything in it that acts by itself. This reads from
 * the front to the back and not along the cross-references: it keeps out what is ordinary, and does not prove that
 * nothing is left.
 */
final class PdfWalk implements Walk {
    private static final long END = mark("%%EOF");
    private static final long END_MASK = -1L >>> 24;
    private static final int FIRST_BYTES = 1024;

    private long lastBytes;

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        byte[] beginning = file.beginning();
        String head = new String(beginning, 0, Math.min(7, beginning.length), StandardCharsets.ISO_8859_1);
        if (!head.equals("%PDF-1.") && !head.equals("%PDF-2.")) {
            throw new RefusedFile(head.startsWith("%PDF-") ? Reason.BROKEN : Reason.MORE_THAN_ONE_FORMAT);
        }
        ForeignMarks.inBinary().see(beginning, 5, Math.min(FIRST_BYTES, beginning.length) - 5);
        PdfParts parts = new PdfParts();
        file.passAll(parts.and(this::rememberTheEnd));
        parts.finish();
        if ((lastBytes & END_MASK) != END) {
            throw new RefusedFile(parts.sawTheEnd() ? Reason.DATA_AFTER_THE_END : Reason.BROKEN);
        }
    }

    /** Of the last eight bytes those before the white space at the end. */
    private void rememberTheEnd(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!isSpace(bytes[i])) {
                lastBytes = lastBytes << 8 | bytes[i] & 0xff;
            }
        }
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }

    private static long mark(String words) {
        long bytes = 0;
        for (byte each : words.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes = bytes << 8 | each & 0xff;
        }
        return bytes;
    }
}

package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** WebP (RFC 9649 §2): a RIFF container exactly as long as the file, and the size of every picture that stands in it. */
final class WebpWalk implements Walk {
    private static final int VP8_START_CODE = 0x9d012a;
    private static final int VP8L_SIGNATURE = 0x2f;

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        expect(name(file).equals("RIFF"));
        long end = file.littleNumber(4) + 8;
        expect(name(file).equals("WEBP"));
        boolean picture = false;
        boolean first = true;
        while (file.position() < end) {
            String name = name(file);
            long length = file.littleNumber(4);
            long next = file.position() + length + (length & 1);
            expect(next <= end);
            expect(!first || name.startsWith("VP8"));
            first = false;
            picture |= chunk(file, name, length);
            file.pass(next - file.position(), free(name) ? ForeignMarks.inBinary() : Eye.CLOSED);
        }
        expect(picture && file.position() == end);
    }

    /** Reads of a chunk what says how large the picture is; whether it was a picture. */
    private static boolean chunk(Passing file, String name, long length) throws IOException, RefusedFile {
        switch (name) {
            case "VP8X" -> {
                expect(length >= 10);
                file.number(4);
                Pixels.require(file.littleNumber(3) + 1, file.littleNumber(3) + 1);
                return false;
            }
            case "VP8 " -> lossy(file, length);
            case "VP8L" -> lossless(file, length);
            case "ANMF" -> frame(file, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void frame(Passing file, long length) throws IOException, RefusedFile {
        long end = file.position() + length;
        expect(length >= 24);
        file.number(6);
        Pixels.require(file.littleNumber(3) + 1, file.littleNumber(3) + 1);
        file.number(4);
        while (end - file.position() >= 8) {
            String name = name(file);
            long size = file.littleNumber(4);
            long next = file.position() + size + (size & 1);
            expect(next <= end && !name.equals("ANMF"));
            chunk(file, name, size);
            file.pass(next - file.position(), free(name) ? ForeignMarks.inBinary() : Eye.CLOSED);
        }
        expect(file.position() == end);
    }

    /** RFC 6386 §9.1. */
    private static void lossy(Passing file, long length) throws IOException, RefusedFile {
        expect(length >= 10);
        file.number(3);
        expect(file.number(3) == VP8_START_CODE);
        long width = file.littleNumber(2) & 0x3fff;
        Pixels.require(width, file.littleNumber(2) & 0x3fff);
    }

    /** RFC 9649 §3.4. */
    private static void lossless(Passing file, long length) throws IOException, RefusedFile {
        expect(length >= 5 && file.one() == VP8L_SIGNATURE);
        long bits = file.littleNumber(4);
        Pixels.require((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }

    private static boolean free(String name) {
        return !name.startsWith("VP8") && !name.equals("ALPH") && !name.equals("ANMF");
    }

    private static String name(Passing file) throws IOException, RefusedFile {
        return new String(file.take(4), StandardCharsets.ISO_8859_1);
    }

    private static void expect(boolean so) throws RefusedFile {
        if (!so) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }
}

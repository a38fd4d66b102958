package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** PNG (W3C PNG, third edition, §5): chunks with their checksums, from IHDR to IEND. */
final class PngWalk implements Walk {
    private static final long SIGNATURE_HIGH = 0x89504e47L;
    private static final long SIGNATURE_LOW = 0x0d0a1a0aL;

    /** What is compressed or a table of numbers; the other chunks may hold anybody's words. */
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "IDAT", "IEND", "fdAT", "tRNS");

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        expect(file.number(4) == SIGNATURE_HIGH && file.number(4) == SIGNATURE_LOW);
        header(file);
        boolean data = false;
        String type = chunk(file);
        while (!type.equals("IEND")) {
            expect(!type.equals("IHDR"));
            data |= type.equals("IDAT");
            type = chunk(file);
        }
        expect(data);
    }

    private static void header(Passing file) throws IOException, RefusedFile {
        expect(file.number(4) == 13);
        CRC32 sum = new CRC32();
        byte[] header = file.take(4 + 13);
        sum.update(header);
        expect(file.number(4) == sum.getValue());
        expect(type(header).equals("IHDR"));
        Pixels.require(number(header, 4), number(header, 8));
    }

    /** Its type. */
    private static String chunk(Passing file) throws IOException, RefusedFile {
        long length = file.number(4);
        byte[] name = file.take(4);
        String type = type(name);
        expect(length <= Integer.MAX_VALUE && type.chars().allMatch(PngWalk::isLetter));
        expect(!type.equals("IEND") || length == 0);
        CRC32 sum = new CRC32();
        sum.update(name);
        Eye counting = (bytes, from, count) -> sum.update(bytes, from, count);
        file.pass(length, PICTURE.contains(type) ? counting : counting.and(ForeignMarks.inBinary()));
        expect(file.number(4) == sum.getValue());
        return type;
    }

    private static String type(byte[] chunk) {
        return new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    private static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = at; i < at + 4; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    private static void expect(boolean so) throws RefusedFile {
        if (!so) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }
}

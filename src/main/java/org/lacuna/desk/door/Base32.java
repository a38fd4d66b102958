package org.lacuna.desk.door;

import java.io.ByteArrayOutputStream;

/** Base 32 as telephones read it (RFC 4648 §6), without padding. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            bits = (bits << 8 | one & 0xff) & 0xffff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(LETTERS.charAt(bits >> held & 31));
            }
        }
        if (held > 0) {
            text.append(LETTERS.charAt(bits << 5 - held & 31));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException for a letter that is not of base 32; it is not quoted */
    static byte[] read(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : text.toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("expected letters from A to Z and digits from 2 to 7");
            }
            bits = (bits << 5 | value) & 0xffff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        return bytes.toByteArray();
    }
}

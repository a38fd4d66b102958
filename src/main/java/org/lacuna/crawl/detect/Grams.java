package org.lacuna.crawl.detect;

import java.nio.charset.StandardCharsets;

/**
 * Which four characters stand side by side in a text, whatever the case of its ASCII letters: a Bloom filter that one
 * walk fills. Most words that rules look for are in no given page, and this says so at a glance for all of them.
 */
final class Grams {
    private static final int LENGTH = 4;
    private static final int BITS = 17;

    private final long[] seen = new long[1 << BITS - 6];

    Grams(String text) {
        int gram = 0;
        // other characters than Latin-1's become question marks, which can only make it say “perhaps” more often
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            gram = gram << 8 | lower(b);
            int bit = bit(gram);
            seen[bit >> 6] |= 1L << bit;
        }
    }

    /** Whether the text may have this ASCII word of at least four characters; where it says no, the text has not. */
    boolean mayHave(String word) {
        int gram = 0;
        for (int i = 0; i < word.length(); i++) {
            gram = gram << 8 | lower((byte) word.charAt(i));
            int bit = bit(gram);
            if (i >= LENGTH - 1 && (seen[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 0x20 : b & 0xff;
    }

    /** Spreads the grams over the filter by Fibonacci hashing. */
    private static int bit(int gram) {
        return gram * 0x9E3779B1 >>> 32 - BITS;
    }
}

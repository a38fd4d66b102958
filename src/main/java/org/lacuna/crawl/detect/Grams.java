package org.lacuna.crawl.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which four characters stand side by side in a text, whatever the case of its ASCII letters: a Bloom filter that one
 * walk fills. Most words that rules look for are in no given page, and this says so at a glance for all of them.
 * Characters beyond Latin-1 all count as the same one. Where a body does not write its letters as a visitor reads them,
 * it may have any word.
 */
final class Grams {
    private static final int LENGTH = 4;
    private static final int BITS = 17;

    /** Signs that are often written as references: white space, quotes, ampersand, grave accent, angle and equals. */
    private static final Set<Integer> USUAL = Set.of(9, 10, 13, 32, 34, 38, 39, 60, 61, 62, 96, 160);

    /** What may stand inside a word unseen. */
    private static final List<String> INVISIBLE = List.of(
            "\u00AD",
            "\u200B",
            "\u200C",
            "\u200D",
            "\u2060",
            "\uFEFF",
            "&shy;",
            "&zwnj;",
            "&zwj;",
            "&ZeroWidthSpace;",
            "<wbr");

    private static final Pattern REFERENCE = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))");

    private final long[] seen = new long[1 << BITS - 6];
    private final boolean plain;

    Grams(String text) {
        plain = plain(text);
        if (!plain) {
            return;
        }
        int gram = 0;
        int outsideTags = 0;
        boolean tag = false;
        // the encoder makes a question mark of each character beyond Latin-1
        for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            int c = lower(b);
            gram = gram << 8 | c;
            add(gram);
            // once more as if there were no tags, since they may stand inside a word
            if (c == '<' || tag) {
                tag = c != '>';
            } else {
                outsideTags = outsideTags << 8 | c;
                add(outsideTags);
            }
        }
    }

    private void add(int gram) {
        int bit = bit(gram);
        seen[bit >> 6] |= 1L << bit;
    }

    /** Whether the text may have this word of at least four characters; where it says no, the text has not. */
    boolean mayHave(String word) {
        if (!plain) {
            return true;
        }
        int gram = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            gram = gram << 8 | lower((byte) (c > 0xff ? '?' : c));
            int bit = bit(gram);
            if (i >= LENGTH - 1 && (seen[bit >> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(String text) {
        return INVISIBLE.stream().noneMatch(text::contains) && (!text.contains("&#") || usualReferences(text));
    }

    private static boolean usualReferences(String text) {
        return REFERENCE.matcher(text).results().allMatch(found -> {
            int character =
                    found.group(1) != null ? Integer.parseInt(found.group(1), 16) : Integer.parseInt(found.group(2));
            return USUAL.contains(character) || character > 0x2000 && character < 0x2070;
        });
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 0x20 : b & 0xff;
    }

    /** Spreads the grams over the filter by Fibonacci hashing. */
    private static int bit(int gram) {
        return gram * 0x9E3779B1 >>> 32 - BITS;
    }
}

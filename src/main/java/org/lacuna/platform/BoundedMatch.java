package org.lacuna.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches with a pattern that may be badly written: some patterns take exponential time on some texts. The matcher
 * reads the text through this counter, which stops it.
 */
final class BoundedMatch {
    static final int LONGEST = 8_192;
    private static final int READS = 500_000;

    private BoundedMatch() {}

    /**
     * A matcher over the first 8,192 characters.
     *
     * @throws PatternTooSlow from the matcher, after half a million steps
     */
    static Matcher of(Pattern pattern, String text) {
        return pattern.matcher(new Counted(text.substring(0, Math.min(text.length(), LONGEST)), new int[] {READS}));
    }

    private record Counted(CharSequence text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new PatternTooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

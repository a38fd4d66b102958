package org.lacuna.platform;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Something a platform says, in one or several wordings. Compared without regard to case, spacing, kind of apostrophe
 * and invisible characters, since the same message is typeset differently from page to page.
 *
 * @param phrases any one of them is enough
 */
public record Wording(List<Phrase> phrases) {
    /** In ASCII, or in letters beyond Latin-1: of what lies between, capitals and accents come in too many spellings. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]{4,}|[\\p{IsAlphabetic}&&[^\\u0000-\\u00FF]]{4,}");

    public Wording {
        phrases = List.copyOf(phrases);
        if (phrases.isEmpty() || phrases.stream().anyMatch(phrase -> phrase.folded.isEmpty())) {
            throw new IllegalArgumentException("expected words, found an empty text");
        }
    }

    static Wording of(List<String> written) {
        return new Wording(written.stream()
                .map(phrase -> new Phrase(phrase, folded(phrase), longestWord(folded(phrase))))
                .toList());
    }

    /** The first of the phrases that this {@link #folded folded} text contains, as it was written. */
    public Optional<String> within(String folded) {
        return phrases.stream()
                .filter(phrase -> folded.contains(phrase.folded))
                .findFirst()
                .map(Phrase::written);
    }

    /** The phrase that this {@link #folded folded} text is, as it was written. */
    public Optional<String> exactly(String folded) {
        return phrases.stream()
                .filter(phrase -> folded.equals(phrase.folded))
                .findFirst()
                .map(Phrase::written);
    }

    /** Whether a page may say one of the phrases; where the answer is no, it is worth no parse. */
    boolean mayBeIn(Capture capture) {
        for (Phrase phrase : phrases) {
            if (phrase.word.isEmpty() || capture.mayHave(phrase.word.get())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> longestWord(String folded) {
        return WORD.matcher(folded).results().map(MatchResult::group).max(Comparator.comparingInt(String::length));
    }

    /**
     * One of the wordings, as written and as compared.
     *
     * @param word the longest of its words that can be looked for in a page that is not parsed yet
     */
    public record Phrase(String written, String folded, Optional<String> word) {}

    /**
     * A text in the one form in which wordings are compared: NFC (UAX #15), lower case, single spaces. One pass, since
     * whole pages go through it.
     */
    public static String folded(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        char[] folded = plain.toCharArray();
        int length = 0;
        boolean afterSpace = true;
        // what is written never overtakes what is read
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (isSpace(c)) {
                if (!afterSpace) {
                    folded[length++] = ' ';
                }
                afterSpace = true;
            } else if (c < 0x80 || !isInvisible(plain, i)) {
                folded[length++] = plainly(c);
                afterSpace = false;
            }
        }
        if (afterSpace && length > 0) {
            length--;
        }
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' : c >= 0x80 && Character.isSpaceChar(c);
    }

    /** Format characters, those beyond the basic plane too, and the soft hyphen, which is one of them. */
    private static boolean isInvisible(String text, int at) {
        char c = text.charAt(at);
        int whole = Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))
                ? text.codePointAt(at - 1)
                : text.codePointAt(at);
        return Character.getType(whole) == Character.FORMAT;
    }

    private static char plainly(char c) {
        if (c < 0x80) {
            return c == '`' ? '\'' : c;
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '\uFF07' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\uFF02' -> '"';
            default -> c;
        };
    }
}

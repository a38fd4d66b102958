package org.lacuna.publication.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts of the record into words, and remembers what stands between two blanks: the same words come again and again.
 * What people look for never comes here: it is not to be remembered.
 *
 * <p>The words are those of {@link Tokens#of}, which cuts a text as a whole. No word reaches over a blank (UAX #29), but
 * where one ends can depend on what stands before the blank: on its script, where a number runs into letters, and in scripts
 * that put no blanks between words. Such texts are cut as a whole.
 */
final class Pieces {
    private static final int MOST = 100_000;

    /** Longer ones hardly come again. In UTF-16 units. */
    private static final int LONGEST = 40;

    /** What was taken out of the record does not stay here for long. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Cache<String, List<Token>> KNOWN = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private Pieces() {}

    /** The words of a text in their order. */
    static List<Token> of(String text) {
        String alike = Letters.alike(text);
        return standAlone(alike) ? each(alike) : Tokens.ofAlike(alike);
    }

    private static List<Token> each(String alike) {
        List<Token> found = new ArrayList<>();
        int position = 0;
        int start = 0;
        while (start < alike.length()) {
            int end = alike.indexOf(' ', start);
            end = end < 0 ? alike.length() : end;
            if (end > start) {
                position = add(words(alike.substring(start, end)), position, start, found);
            }
            start = end + 1;
        }
        return found;
    }

    private static List<Token> words(String piece) {
        return piece.length() > LONGEST ? Tokens.ofAlike(piece) : KNOWN.get(piece, Tokens::ofAlike);
    }

    private static int add(List<Token> words, int position, int start, List<Token> found) {
        int next = position;
        for (Token word : words) {
            int place = position + word.position();
            found.add(new Token(word.lexeme(), place, start + word.start(), start + word.end(), word.kind()));
            next = word.kind() == Token.Kind.JOINED ? next : place + 1;
        }
        return next;
    }

    /** Whether each piece of it means the same alone. */
    private static boolean standAlone(String alike) {
        boolean number = false;
        boolean letters = false;
        for (int i = 0; i < alike.length(); i++) {
            char each = alike.charAt(i);
            if (each == ' ') {
                number = false;
                letters = false;
                continue;
            }
            if (!blanksBetweenWords(each) || !letters && belongsToWhatIsBefore(each)) {
                return false;
            }
            if (Character.isDigit(each)) {
                number = !letters;
            } else if (number && mayBeLetter(each)) {
                return false;
            } else {
                letters |= Character.isLetter(each);
            }
        }
        return true;
    }

    /** Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic, and the signs that go with them. */
    private static boolean blanksBetweenWords(char each) {
        return each < '\u0700' || each >= '\u200c' && each <= '\u2027';
    }

    /** UAX #29 takes more for letters than Java does. */
    private static boolean mayBeLetter(char each) {
        return Character.isLetter(each) || each >= '\u00c0' && each < '\u0700';
    }

    /** It has no script of its own, or hides the one of what follows. */
    private static boolean belongsToWhatIsBefore(char each) {
        return each >= '\u0080'
                && switch (Character.getType(each)) {
                    case Character.MODIFIER_LETTER,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.FORMAT -> true;
                    default -> false;
                };
    }
}

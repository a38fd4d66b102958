package org.lacuna.publication.words;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A text as one looks at it before it is cut into words, which takes fifty times as long: letter for letter as words are
 * compared. A word that does not stand in a glance does not stand in the text; the reverse need not be so.
 */
final class Glance {
    /** No letters of Unicode (§23.7); zero is not looked up yet. */
    private static final char LEFT_OUT = '\uffff';

    private static final char WITH_NEIGHBOURS = '\ufffe';

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final AtomicIntegerArray ALIKE = new AtomicIntegerArray(1 << Character.SIZE);

    private Glance() {}

    /** Empty where letters change with their neighbours: marks of their own, halves of characters. Then one has to read. */
    static Optional<String> at(String text) {
        char[] seen = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = alike(text.charAt(i));
            if (letter == WITH_NEIGHBOURS) {
                return Optional.empty();
            }
            if (letter != LEFT_OUT) {
                seen[length++] = letter;
            }
        }
        return Optional.of(new String(seen, 0, length));
    }

    /** Whether the word stands in a glance. */
    static boolean holds(String glance, String lexeme) {
        return glance.contains(Tokens.joined(lexeme));
    }

    private static char alike(char letter) {
        int known = ALIKE.get(letter);
        if (known == 0) {
            known = lookedUp(letter);
            ALIKE.set(letter, known);
        }
        return (char) known;
    }

    private static char lookedUp(char letter) {
        if (Tokens.joins(letter)) {
            return LEFT_OUT;
        }
        if (Character.isSurrogate(letter)) {
            return WITH_NEIGHBOURS;
        }
        String folded = Tokens.folded(Letters.alike(String.valueOf(letter)));
        if (folded.isEmpty()) {
            return LEFT_OUT;
        }
        boolean alone = folded.length() == 1
                && FOLDED.hasBoundaryBefore(letter)
                && FOLDED.hasBoundaryBefore(folded.charAt(0))
                && (letter < '\u0080' || Character.isLetterOrDigit(letter) || ends(letter));
        return alone ? folded.charAt(0) : WITH_NEIGHBOURS;
    }

    /** Whether it stands in no word, whatever is beside it (UAX #29). */
    private static boolean ends(char letter) {
        return switch (UCharacter.getIntPropertyValue(letter, UProperty.WORD_BREAK)) {
            case UCharacter.WordBreak.OTHER, UCharacter.WordBreak.NEWLINE, UCharacter.WordBreak.WSEGSPACE -> true;
            default -> false;
        };
    }
}

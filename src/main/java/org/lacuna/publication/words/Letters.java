package org.lacuna.publication.words;

import com.ibm.icu.text.Transliterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Makes letters alike before words are cut, one for one, so that places in the text stay what they are: traditional
 * Chinese becomes simplified, signs that glue words together become blanks, and half a character becomes the sign for
 * what cannot be read.
 */
final class Letters {
    private static final char UNREADABLE = '\ufffd';
    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

    /** Looked up once for each character; zero is not looked up yet. */
    private static final AtomicIntegerArray SIMPLIFIED = new AtomicIntegerArray(1 << Character.SIZE);

    private Letters() {}

    static String alike(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char letter = letters[i];
            if (letter < '\u0080') {
                letters[i] = letter == '_' || letter == ':' || letter < ' ' ? ' ' : letter;
            } else if (Character.isSurrogate(letter)) {
                if (Character.isHighSurrogate(letter)
                        && i + 1 < letters.length
                        && Character.isLowSurrogate(letters[i + 1])) {
                    i++;
                } else {
                    letters[i] = UNREADABLE;
                }
            } else if (Character.isIdeographic(letter)) {
                letters[i] = simplified(letter);
            }
        }
        return new String(letters);
    }

    private static char simplified(char letter) {
        int known = SIMPLIFIED.get(letter);
        if (known == 0) {
            known = Optional.of(SIMPLIFY.transliterate(String.valueOf(letter)))
                    .filter(one -> one.length() == 1)
                    .map(one -> one.charAt(0))
                    .orElse(letter);
            SIMPLIFIED.set(letter, known);
        }
        return (char) known;
    }
}

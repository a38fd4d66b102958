package org.lacuna.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import java.util.Optional;

/**
 * Joins the letters of a word, by the joining types of Unicode, and turns the line around. The renderer hands over only what
 * is read from the right. ICU's shaping knows the letters of Arabic and some of Persian, and gives forms without asking
 * whether the font has them.
 */
final class Joined implements BidiReorderer {
    private final FormCodes codes;

    Joined(FormCodes codes) {
        this.codes = codes;
    }

    @Override
    public String shapeText(String text) {
        int[] letters = FormCodes.withLetters(text).codePoints().toArray();
        StringBuilder joined = new StringBuilder();
        for (int at = 0; at < letters.length; at++) {
            Form form = form(letters, at);
            int next = next(letters, at);
            Optional<Integer> ligature =
                    next < letters.length && form.after() ? codes.of(form.and(form(letters, next))) : Optional.empty();
            joined.appendCodePoint(ligature.or(() -> codes.of(form)).orElse(letters[at]));
            if (ligature.isPresent()) {
                while (++at < next) {
                    joined.appendCodePoint(letters[at]);
                }
            }
        }
        return joined.toString();
    }

    private static Form form(int[] letters, int at) {
        int type = type(letters[at]);
        int previous = at - 1;
        while (previous >= 0 && type(letters[previous]) == JoiningType.TRANSPARENT) {
            previous--;
        }
        int next = next(letters, at);
        return new Form(
                Character.toString(letters[at]),
                joinsBefore(type) && previous >= 0 && joinsAfter(type(letters[previous])),
                joinsAfter(type) && next < letters.length && joinsBefore(type(letters[next])));
    }

    /** Marks above and below a letter do not part it from the next. */
    private static int next(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && type(letters[next]) == JoiningType.TRANSPARENT) {
            next++;
        }
        return next;
    }

    private static boolean joinsBefore(int type) {
        return type == JoiningType.DUAL_JOINING
                || type == JoiningType.RIGHT_JOINING
                || type == JoiningType.JOIN_CAUSING;
    }

    private static boolean joinsAfter(int type) {
        return type == JoiningType.DUAL_JOINING || type == JoiningType.LEFT_JOINING || type == JoiningType.JOIN_CAUSING;
    }

    private static int type(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    /** Asked where a font lacks a code, and then drawn with the code all the same: only the font that has it will do. */
    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}

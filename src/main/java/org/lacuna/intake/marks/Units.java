package org.lacuna.intake.marks;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text as the units in which it is compared: words where a script puts blanks between them, single characters where it
 * does not, syllables in Tibetan. Case, accents, look-alike letters, invisible characters, emoji and punctuation make no
 * difference, and every number is the same number: what is cheap to vary must not make a copy look new.
 */
final class Units {
    /** A text longer than any that the form takes says nothing more. */
    private static final int MOST = 6_000;

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
    private static final Set<Integer> UNSPACED = Set.of(
            UScript.HAN,
            UScript.HIRAGANA,
            UScript.KATAKANA,
            UScript.BOPOMOFO,
            UScript.YI,
            UScript.THAI,
            UScript.LAO,
            UScript.KHMER,
            UScript.MYANMAR);

    private Units() {}

    /**
     * @param text folded
     * @param small whether it is a character or a syllable, which says less than a word
     */
    record Unit(String text, boolean small) {}

    static List<Unit> of(String text) {
        List<Unit> units = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] points = APART.normalize(FOLD.normalize(text)).codePoints().toArray();
        for (int i = 0; i < points.length && units.size() < MOST; i++) {
            if (accent(points[i])) {
                continue;
            }
            boolean unspaced = UNSPACED.contains(UScript.getScript(points[i]));
            if (unspaced || !inWord(points[i])) {
                end(word, units);
            }
            if (unspaced && Character.isLetter(points[i])) {
                units.add(new Unit(Character.toString(points[i]), true));
            } else if (!unspaced && inWord(points[i])) {
                word.appendCodePoint(points[i]);
            }
        }
        end(word, units);
        return units;
    }

    /** The text in one piece, so that another spelling of a name is the same name; punctuation stays in ids. */
    static String name(String text) {
        String folded = APART.normalize(FOLD.normalize(text.strip()));
        boolean id = folded.codePoints().noneMatch(Character::isWhitespace);
        StringBuilder kept = new StringBuilder();
        folded.codePoints()
                .filter(point -> !accent(point) && (id || inWord(point)))
                .forEach(kept::appendCodePoint);
        return alike(kept.toString());
    }

    private static void end(StringBuilder word, List<Unit> units) {
        if (word.isEmpty()) {
            return;
        }
        String text = word.toString();
        word.setLength(0);
        boolean tibetan = UScript.getScript(text.codePointAt(0)) == UScript.TIBETAN;
        boolean number = text.codePoints().anyMatch(Character::isDigit);
        units.add(new Unit(number ? "0" : alike(text), tibetan));
    }

    private static String alike(String text) {
        return LOOK_ALIKES.getSkeleton(text);
    }

    private static boolean accent(int point) {
        return point >= 0x300 && point <= 0x36F;
    }

    private static boolean inWord(int point) {
        int type = UCharacter.getType(point);
        return Character.isLetterOrDigit(point)
                || type == UCharacter.NON_SPACING_MARK
                || type == UCharacter.COMBINING_SPACING_MARK;
    }
}

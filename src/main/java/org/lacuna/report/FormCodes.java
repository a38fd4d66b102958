package org.lacuna.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A code point for each form, since the renderer knows glyphs only by those. They are the ones that Unicode has for forms and
 * ligatures, which no text should hold and which it calls the same as their letters: what comes with them is written with
 * letters first, and then they are free. Private ones would be the choice, but the renderer takes them for unprintable.
 */
final class FormCodes {
    private static final UnicodeSet OF_UNICODE = new UnicodeSet(
                    "[[\\uFB50-\\uFDFF\\uFE70-\\uFEFF] & [:General_Category=Other_Letter:] "
                            + "& [[:Decomposition_Type=Initial:][:Decomposition_Type=Medial:]"
                            + "[:Decomposition_Type=Final:][:Decomposition_Type=Isolated:]]]")
            .freeze();

    /**
     * The ligatures that Arabic is not written without. They keep their code points, in what is copied as well: Poppler
     * (pdftotext, Evince, Okular) turns the letters of one glyph around with the line, also in what Chromium prints, and
     * {@code سلام} would be read as {@code سالم}, another word.
     */
    static final UnicodeSet LAM_ALEF = new UnicodeSet("[\\uFEF5-\\uFEFC]").freeze();

    private static final UnicodeSet FREE =
            new UnicodeSet(OF_UNICODE).removeAll(LAM_ALEF).freeze();

    private final Map<Form, Integer> codes = new HashMap<>();
    private final Map<Integer, String> letters = new HashMap<>();

    /** @param forms that every font has; those beyond the number of codes stay without, which no font comes near */
    FormCodes(SortedSet<Form> forms) {
        SortedSet<Form> single = new TreeSet<>(forms);
        LAM_ALEF.forEach(code -> {
            if (single.remove(ligature(code))) {
                codes.put(ligature(code), code.codePointAt(0));
            }
        });
        Iterator<String> free = FREE.iterator();
        for (Form form : single) {
            if (free.hasNext()) {
                int code = free.next().codePointAt(0);
                codes.put(form, code);
                letters.put(code, form.letters());
            }
        }
    }

    boolean none() {
        return codes.isEmpty();
    }

    Optional<Integer> of(Form form) {
        return Optional.ofNullable(codes.get(form));
    }

    /** A text with letters in place of the forms that Unicode has code points for. */
    static String withLetters(String text) {
        if (OF_UNICODE.containsNone(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(code -> plain.append(OF_UNICODE.contains(code) ? plain(code) : code));
        return plain.toString();
    }

    /** What a reader is given for a code: its letter; itself if it is none of ours. */
    String says(int code) {
        return letters.getOrDefault(code, Character.toString(code));
    }

    /** Which form a code point of Unicode for a ligature is. */
    static Form ligature(String code) {
        int type = UCharacter.getIntPropertyValue(code.codePointAt(0), UProperty.DECOMPOSITION_TYPE);
        return new Form(plain(code), type == UCharacter.DecompositionType.FINAL, false);
    }

    private static String plain(String code) {
        return Normalizer2.getNFKCInstance().normalize(code);
    }

    /** Whether it may stand for another form than it does in Unicode. */
    static boolean isFree(int code) {
        return FREE.contains(code);
    }
}

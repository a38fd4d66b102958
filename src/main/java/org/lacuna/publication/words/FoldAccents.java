package org.lacuna.publication.words;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes accents off letters, so that е finds ё and a Turkish i its capital. Only marks that writers leave out go: in
 * Tibetan, Thai and the scripts of India a mark is a vowel.
 */
final class FoldAccents extends TokenFilter {
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();
    private static final char FIRST_ACCENTED = '\u00c0';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldAccents(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= FIRST_ACCENTED) {
                fold();
                break;
            }
        }
        return true;
    }

    private void fold() {
        String apart = APART.normalize(term);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (!leftOut(apart.charAt(i))) {
                kept.append(apart.charAt(i));
            }
        }
        if (kept.length() < apart.length()) {
            term.setEmpty().append(TOGETHER.normalize(kept));
        }
    }

    /** Combining marks of European scripts, and the points of Hebrew and Arabic vowels. */
    private static boolean leftOut(char mark) {
        return mark >= '\u0300' && mark <= '\u036f'
                || mark >= '\u0591' && mark <= '\u05c7'
                || mark >= '\u064b' && mark <= '\u0652'
                || mark == '\u0670'
                || mark >= '\u1ab0' && mark <= '\u1aff'
                || mark >= '\u1dc0' && mark <= '\u1dff'
                || mark >= '\u20d0' && mark <= '\u20ff'
                || mark >= '\ufe20' && mark <= '\ufe2f';
    }
}

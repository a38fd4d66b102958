package org.lacuna.publication.words;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes accents and strokes off letters, so that е finds ё, o finds ø and a Turkish i its capital. Only marks that writers leave out go: in
 * Tibetan, Thai and the scripts of India a mark is a vowel.
 */
final class FoldAccents extends TokenFilter {
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();

    /** Lucene's table makes up to four letters of one. */
    private static final int MOST_OF_ONE = 4;

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
            if (mayBearMarks(term.charAt(i))) {
                fold();
                break;
            }
        }
        return true;
    }

    /** All but ASCII and the scripts of East Asia, which would only cost time. */
    private static boolean mayBearMarks(char letter) {
        return letter >= '\u00c0' && letter < '\u2e80' || letter >= '\ua640' && letter < '\uac00' || letter >= '\uf900';
    }

    private void fold() {
        String apart = APART.normalize(term);
        StringBuilder kept = new StringBuilder(apart.length());
        boolean stroked = false;
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            if (!leftOut(letter)) {
                kept.append(letter);
                stroked |= letter >= '\u00c0' && UScript.getScript(letter) == UScript.LATIN;
            }
        }
        if (stroked) {
            char[] letters = kept.toString().toCharArray();
            char[] plain = new char[letters.length * MOST_OF_ONE];
            int length = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length);
            term.copyBuffer(plain, 0, length);
        } else if (kept.length() < apart.length()) {
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

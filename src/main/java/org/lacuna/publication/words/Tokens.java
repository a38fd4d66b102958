package org.lacuna.publication.words;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Cuts a text into words: the same for what is kept and for what is looked for. */
final class Tokens {
    /** Longer words are cut, in what is kept and in what is looked for alike. In UTF-16 units. */
    static final int LONGEST = 100;

    /** Signs inside a word that some writers leave out: apostrophes, full stops, the zero-width non-joiner. */
    private static final String JOINERS = "'\u2019\u02bc\u02bb\uff07.\u200c";

    private static final int IN_PAIRS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new ICUTokenizer(new Segments());
            return new TokenStreamComponents(words, new CJKBigramFilter(folding(words), IN_PAIRS, true));
        }
    };

    private static final Analyzer UNCUT = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer whole = new KeywordTokenizer();
            return new TokenStreamComponents(whole, folding(whole));
        }
    };

    private static TokenStream folding(TokenStream words) {
        TokenStream stream = new ICUNormalizer2Filter(words, Normalizer2.getNFKCCasefoldInstance());
        stream = new DecimalDigitFilter(new FoldAccents(stream));
        return new PersianNormalizationFilter(new ArabicNormalizationFilter(stream));
    }

    private Tokens() {}

    /** The words of a text in their order. */
    static List<Token> of(String text) {
        return ofAlike(Letters.alike(text));
    }

    /** The same of a text whose letters are {@link Letters alike} already. */
    static List<Token> ofAlike(String alike) {
        List<Token> found = new ArrayList<>();
        int position = 0;
        for (Token token : cut(alike)) {
            if (token.kind() == Token.Kind.WORD && joins(alike, token)) {
                found.add(new Token(
                        shortened(joined(token.lexeme())), position, token.start(), token.end(), Token.Kind.JOINED));
                for (Token part : cut(apart(alike.substring(token.start(), token.end())))) {
                    found.add(new Token(
                            part.lexeme(),
                            position++,
                            token.start() + part.start(),
                            token.start() + part.end(),
                            part.kind()));
                }
            } else {
                found.add(new Token(token.lexeme(), position++, token.start(), token.end(), token.kind()));
            }
        }
        return found;
    }

    /** The text without signs inside words. */
    static String joined(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!joins(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** The text with blanks in the place of signs inside words. */
    private static String apart(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = joins(letters[i]) ? ' ' : letters[i];
        }
        return new String(letters);
    }

    /** No pattern and no stream: every word of every text is asked. */
    private static boolean joins(String text, Token token) {
        for (int i = token.start(); i < token.end(); i++) {
            if (joins(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a sign inside a word that some writers leave out. */
    static boolean joins(int letter) {
        return JOINERS.indexOf(letter) >= 0;
    }

    /** The text as words of it are compared, as if it were one word. */
    static String folded(String alike) {
        try (TokenStream stream = UNCUT.tokenStream("", alike)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            String folded = stream.incrementToken() ? term.toString() : "";
            stream.end();
            return folded;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    /** Each character of a run comes alone and with its neighbour; alone only the last one is kept. */
    private static List<Token> cut(String alike) {
        List<Token> found = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", alike)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                Token.Kind kind = kind(type.type(), place.startOffset(), found);
                if (step.getPositionIncrement() == 0 && !found.isEmpty()) {
                    found.remove(found.size() - 1);
                }
                if (term.length() > 0) {
                    found.add(new Token(shortened(term.toString()), 0, place.startOffset(), place.endOffset(), kind));
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
        return found;
    }

    private static Token.Kind kind(String type, int start, List<Token> before) {
        if (type.equals(CJKBigramFilter.DOUBLE_TYPE)) {
            return Token.Kind.PAIR;
        }
        if (!type.equals(CJKBigramFilter.SINGLE_TYPE)) {
            return Token.Kind.WORD;
        }
        boolean follows = !before.isEmpty()
                && before.get(before.size() - 1).kind() == Token.Kind.PAIR
                && before.get(before.size() - 1).end() > start;
        return follows ? Token.Kind.TAIL : Token.Kind.LONE;
    }

    private static String shortened(String lexeme) {
        if (lexeme.length() <= LONGEST) {
            return lexeme;
        }
        return lexeme.substring(0, Character.isHighSurrogate(lexeme.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}

package org.lacuna.publication.words;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Where a word ends: the rules of UAX #29 with the dictionaries of ICU for scripts that put no blanks between words. The
 * rules that come with Lucene are compiled for an older ICU than ours and do not load in it.
 */
final class Segments extends ICUTokenizerConfig {
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

    /**
     * Characters of Chinese and Japanese one by one, as they are paired afterwards: to look for words among them first
     * takes ten times as long and changes nothing. The numbers in braces are those that ICU gives to its own words.
     */
    private static final BreakIterator CHARACTERS = new RuleBasedBreakIterator("""
            !!chain;
            $Mark = [[:M:][:Cf:]];
            $Character = [[:Han:][:Hiragana:][:Katakana:]\\u30fc\\uff70];
            $Character $Mark* {400};
            [:Nd:]+ {100};
            [:Emoji_Presentation:] [[:Emoji_Modifier:]\\ufe0f]* {1};
            .;
            """);

    /** Chinese and Japanese go by the name of Japanese. */
    @Override
    public boolean combineCJ() {
        return true;
    }

    @Override
    public RuleBasedBreakIterator getBreakIterator(int script) {
        return (RuleBasedBreakIterator) (script == UScript.JAPANESE ? CHARACTERS : WORDS).clone();
    }

    /** The types that Lucene's filter for pairs of characters looks for. */
    @Override
    public String getType(int script, int ruleStatus) {
        if (ruleStatus >= BreakIterator.WORD_KANA) {
            return type(StandardTokenizer.IDEOGRAPHIC);
        }
        if (ruleStatus >= BreakIterator.WORD_LETTER) {
            return type(script == UScript.HANGUL ? StandardTokenizer.HANGUL : StandardTokenizer.ALPHANUM);
        }
        return type(ruleStatus >= BreakIterator.WORD_NUMBER ? StandardTokenizer.NUM : StandardTokenizer.EMOJI);
    }

    private static String type(int which) {
        return StandardTokenizer.TOKEN_TYPES[which];
    }
}

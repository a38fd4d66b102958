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

    @Override
    public boolean combineCJ() {
        return true;
    }

    @Override
    public RuleBasedBreakIterator getBreakIterator(int script) {
        return (RuleBasedBreakIterator) WORDS.clone();
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

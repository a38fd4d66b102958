package org.lacuna.intake.marks;

import java.util.stream.LongStream;

/**
 * The keyed signature of a text.
 *
 * @param phrases sketch of its phrases
 * @param words sketch of its words
 * @param vocabulary sketch of its single words or signs: it ranks and never joins, since honest texts share many
 * @param brief whether there is so little text that only a copy tells anything
 */
record TextMark(Sketch phrases, Sketch words, Sketch vocabulary, boolean brief) {
    /** Measured: unrelated reports of one language stay below half of these, copies that somebody varied well above. */
    private static final double SAME_PHRASES = 0.28;

    private static final double SAME_WORDS = 0.42;
    private static final double COPY = 0.85;
    private static final int PHRASE_ROWS = 2;
    private static final int WORD_ROWS = 3;

    /** A mark, and the bands under which others find it. */
    record Banded(TextMark mark, long[] bands) {}

    static Banded of(MarkKey key, String text) {
        Shingles shingles = Shingles.of(text);
        long[] phrases = Sketch.least(key, "phrases", shingles.phrases());
        long[] words = Sketch.least(key, "words", shingles.words());
        long[] bands = LongStream.concat(
                        LongStream.of(Sketch.bands(key, "phrases", phrases, PHRASE_ROWS)),
                        LongStream.of(Sketch.bands(key, "words", words, WORD_ROWS)))
                .toArray();
        Sketch vocabulary = Sketch.of(Sketch.least(key, "vocabulary", shingles.vocabulary()));
        return new Banded(new TextMark(Sketch.of(phrases), Sketch.of(words), vocabulary, shingles.brief()), bands);
    }

    /** Whether one is a copy of the other, or both of a third, with some things changed. */
    boolean alike(TextMark other) {
        double same = phrases.similarity(other.phrases);
        if (brief || other.brief) {
            return same >= COPY;
        }
        return same >= SAME_PHRASES || words.similarity(other.words) >= SAME_WORDS;
    }
}

package org.lacuna.intake.marks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.intake.marks.Units.Unit;

/**
 * What two texts can have in common: phrases, which survive the shuffling of sentences, and single words, which survive
 * synonyms beside them; and which words there are at all, which tells a text put together by a machine from few parts.
 *
 * @param phrases three words, or four characters or syllables, in a row
 * @param words of at least four letters, or two characters or syllables in a row
 * @param vocabulary each word, character or syllable alone
 * @param brief whether there is so little text that only a copy tells anything
 */
record Shingles(Set<String> phrases, Set<String> words, Set<String> vocabulary, boolean brief) {
    private static final int BRIEF = 12;
    private static final int LETTERS = 4;

    static Shingles of(String text) {
        List<Unit> units = Units.of(text);
        Set<String> phrases = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            boolean small = units.get(i).small();
            row(units, i, small ? 4 : 3, phrases);
            if (small) {
                row(units, i, 2, words);
            } else if (units.get(i).text().length() >= LETTERS) {
                words.add(units.get(i).text());
            }
        }
        if (phrases.isEmpty()) {
            phrases.add(all(units));
        }
        if (words.isEmpty()) {
            words.add(all(units));
        }
        Set<String> vocabulary = units.stream().map(Unit::text).collect(Collectors.toSet());
        return new Shingles(phrases, words, vocabulary, units.size() < BRIEF);
    }

    private static void row(List<Unit> units, int from, int length, Set<String> into) {
        if (from + length <= units.size()) {
            into.add(all(units.subList(from, from + length)));
        }
    }

    private static String all(List<Unit> units) {
        return units.stream().map(Unit::text).collect(Collectors.joining(" "));
    }
}

package org.lacuna.intake.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The EFF's long list of 7,776 English words: easy to copy by hand and hard to mistake for one another. */
final class WordList {
    private static final int WORDS = 7776;
    private static final List<String> LIST = load();
    private static final Set<String> SET = Set.copyOf(LIST);

    private WordList() {}

    static int size() {
        return WORDS;
    }

    static String word(int index) {
        return LIST.get(index);
    }

    static boolean has(String word) {
        return SET.contains(word);
    }

    private static List<String> load() {
        try (InputStream in = WordList.class.getResourceAsStream("/intake/words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> words =
                    lines.lines().filter(line -> !line.startsWith("#")).toList();
            if (words.size() != WORDS || Set.copyOf(words).size() != WORDS) {
                throw new IllegalStateException("expected " + WORDS + " different words, found " + words.size());
            }
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

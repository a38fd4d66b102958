package org.lacuna.desk.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Words that people put into passwords, from a file of ours: {@code guessable-words.txt}. */
final class GuessableWords {
    /** So that the whole word is found before a part of it. */
    static final List<String> LONGEST_FIRST = read();

    private GuessableWords() {}

    private static List<String> read() {
        try (InputStream file = GuessableWords.class.getResourceAsStream("guessable-words.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

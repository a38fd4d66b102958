package org.lacuna.intake.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The seven words that let a person come back. Drawn evenly from 7,776 words they hold 90.4 bits
 * (7 × log2 7776 = 90.47): nobody guesses them, not even against the slow hash that we keep.
 *
 * <p>{@link #toString()} does not show them, so that no log line can.
 */
public record Receipt(List<String> words) {
    static final int WORDS = 7;

    private static final SecureRandom RANDOM = new SecureRandom();

    public Receipt {
        words = List.copyOf(words);
        if (words.size() != WORDS) {
            throw new IllegalArgumentException("expected seven words, found " + words.size());
        }
        words.stream().filter(word -> !WordList.has(word)).findFirst().ifPresent(stranger -> {
            throw new IllegalArgumentException("'" + stranger + "' is not one of our words; check its spelling");
        });
    }

    /** A new one. */
    public static Receipt draw() {
        return new Receipt(Stream.generate(() -> WordList.word(RANDOM.nextInt(WordList.size())))
                .limit(WORDS)
                .toList());
    }

    /**
     * Reads what a person copied: any case, any blanks, commas, full stops or line ends between the words.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Receipt parse(String typed) {
        return new Receipt(Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s,.;]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** The words as one line of text, as a form carries them. */
    public String line() {
        return String.join(" ", words);
    }

    byte[] bytes() {
        return line().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "a receipt";
    }
}

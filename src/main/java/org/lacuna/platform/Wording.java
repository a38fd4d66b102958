package org.lacuna.platform;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something a platform says, in one or several wordings. Compared without regard to case, spacing, kind of apostrophe
 * and invisible characters, since the same message is typeset differently from page to page.
 *
 * @param phrases any one of them is enough
 */
public record Wording(List<Phrase> phrases) {
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u02BC\\u00B4`\\uFF07]");
    private static final Pattern QUOTES = Pattern.compile("[\\u201C\\u201D\\u201E\\u00AB\\u00BB\\uFF02]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\p{Cf}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    public Wording {
        phrases = List.copyOf(phrases);
        if (phrases.isEmpty() || phrases.stream().anyMatch(phrase -> phrase.folded.isEmpty())) {
            throw new IllegalArgumentException("expected words, found an empty text");
        }
    }

    static Wording of(List<String> written) {
        return new Wording(written.stream()
                .map(phrase -> new Phrase(phrase, folded(phrase)))
                .toList());
    }

    /** The first of the phrases that this {@link #folded folded} text contains, as it was written. */
    public Optional<String> within(String folded) {
        return phrases.stream()
                .filter(phrase -> folded.contains(phrase.folded))
                .findFirst()
                .map(Phrase::written);
    }

    /** One of the wordings, as written and as compared. */
    public record Phrase(String written, String folded) {}

    /** A text in the one form in which wordings are compared: NFC (UAX #15), lower case, single spaces. */
    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = QUOTES.matcher(plain).replaceAll("\"");
        plain = INVISIBLE.matcher(plain).replaceAll("");
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}

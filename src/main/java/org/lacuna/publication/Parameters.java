package org.lacuna.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Countries;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Slug;

/** The kinds of query parameters that there are. */
public final class Parameters {
    /** Takes several words, any of which may hold. */
    private static final String COMMAS = ", several with commas between them";

    private Parameters() {}

    /** Words out of a list of the vocabulary; any of several may hold. */
    public static Parameter words(String name, String list, String description, String example) {
        List<String> words = List.copyOf(PublicVocabulary.all().get(list).keySet());
        return outOf(name, words, description, example);
    }

    /** Words out of a closed list; any of several may hold. */
    public static Parameter outOf(String name, List<String> words, String description, String example) {
        Set<String> known = Set.copyOf(words);
        return new Parameter(
                name,
                description,
                example,
                "a word out of " + words + COMMAS,
                Shape.someOf(words, Long.MAX_VALUE),
                list(word -> {
                    if (!known.contains(word)) {
                        throw new IllegalArgumentException(word);
                    }
                    return word;
                }));
    }

    /** One word out of a closed list. */
    public static Parameter oneOf(String name, List<String> words, String description, String example) {
        return new Parameter(name, description, example, "one word out of " + words, Shape.oneOf(words), word -> {
            if (!words.contains(word)) {
                throw new IllegalArgumentException(word);
            }
            return word;
        });
    }

    /** Names as URLs have them. */
    public static Parameter slugs(String name, String description, String example) {
        return new Parameter(
                name,
                description,
                example,
                "a name of lower-case letters, digits and hyphens" + COMMAS,
                Shape.someLike(Slug.FORM),
                list(Parameters::slug));
    }

    /** One name as URLs have it. */
    public static Parameter slug(String name, String description, String example) {
        return new Parameter(
                name,
                description,
                example,
                "a name of lower-case letters, digits and hyphens",
                Shape.like(Slug.FORM),
                Parameters::slug);
    }

    private static String slug(String word) {
        if (!Slug.fits(word)) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }

    /** ISO 3166 codes, and some words beside them. */
    public static Parameter countries(String name, Set<String> others, String description, String example) {
        String either = others.stream().sorted().map(word -> "|" + word).collect(Collectors.joining());
        String or = others.stream().sorted().map(word -> " or '" + word + "'").collect(Collectors.joining());
        return new Parameter(
                name,
                description,
                example,
                "an ISO 3166 code of two letters" + or + COMMAS,
                Shape.someLike("([A-Za-z]{2}" + either + ")"),
                list(word -> others.contains(word) ? word : Countries.check(word.toUpperCase(Locale.ROOT))));
    }

    /** A day or a month, read as its first day. */
    public static Parameter from(String name, String description, String example) {
        return date(name, description, example, text -> EdtfDate.parse(text)
                .earliest()
                .orElseThrow(Parameters::open));
    }

    /** A day or a month, read as its last day. */
    public static Parameter to(String name, String description, String example) {
        return date(name, description, example, text -> EdtfDate.parse(text)
                .latest()
                .orElseThrow(Parameters::open));
    }

    /** The day at whose end something is read. */
    public static Parameter asOf() {
        return to("asOf", "As the record stood at the end of this day (UTC)", "2026-12-31");
    }

    /** A whole number within bounds. */
    public static Parameter number(String name, long least, long most, String description, String example) {
        String expected = "a whole number from " + least + " to " + most;
        return new Parameter(name, description, example, expected, Shape.number(least, most), text -> {
            if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw new IllegalArgumentException(text);
            }
            return Long.toString(Long.parseLong(text));
        });
    }

    /** Yes or no. */
    public static Parameter flag(String name, String description) {
        return new Parameter(name, description, "true", "true or false", Shape.FLAG, text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    private interface Day {
        LocalDate of(String text);
    }

    private static Parameter date(String name, String description, String example, Day day) {
        return new Parameter(
                name, description, example, "a date such as 2020-06-07 or 2020-06", Shape.DATE, text -> day.of(text)
                        .toString());
    }

    private static IllegalArgumentException open() {
        return new IllegalArgumentException("an open side");
    }

    private static UnaryOperator<String> list(UnaryOperator<String> reader) {
        return text -> Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(reader)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}

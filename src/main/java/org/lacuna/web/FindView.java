package org.lacuna.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lacuna.page.Words;
import org.lacuna.platform.Platform;
import org.lacuna.publication.CaseFilter;

/**
 * The list of cases with the form above it.
 *
 * @param text what was looked for; empty for nothing
 * @param all how many public cases there are in all
 * @param found those that fit
 * @param later whether this is not the first page
 */
record FindView(
        String text,
        List<Choice> choices,
        boolean filtered,
        long all,
        FoundCases found,
        boolean later,
        String first,
        Optional<String> next) {
    /** One list to choose from. */
    record Choice(String name, String label, String any, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    static FindView of(Asked asked, FoundCases found, long all, List<Platform> platforms) {
        return new FindView(
                asked.words().orElse(""),
                choices(asked, platforms),
                !asked.filter().equals(CaseFilter.all()),
                all,
                found,
                asked.cursor().isPresent(),
                asked.address(Optional.empty()),
                found.next().map(cursor -> asked.address(Optional.of(cursor))));
    }

    /**
     * Where the changes of these cases can be followed.
     *
     * @param format {@code atom} or {@code json}
     */
    public String feed(String format) {
        return "/feeds/cases." + format + first.substring("/cases".length());
    }

    private static List<Choice> choices(Asked asked, List<Platform> platforms) {
        List<Option> ofPlatforms = platforms.stream()
                .sorted(Comparator.comparing(platform -> platform.name().toLowerCase(Locale.ROOT)))
                .map(platform -> new Option(
                        platform.id(),
                        platform.name(),
                        asked.platform().filter(platform.id()::equals).isPresent()))
                .toList();
        List<Option> countries = new ArrayList<>(options(Asked.COUNTRIES, Words::country, asked.country()));
        countries.sort(Comparator.comparing(Option::label));
        return List.of(
                new Choice("platform", "Platform", "Any platform", ofPlatforms),
                new Choice("status", "Status", "Any status", options(Asked.STATUSES, Words::status, asked.status())),
                new Choice(
                        "verification",
                        "Verification",
                        "Any verification",
                        options(Asked.VERIFICATIONS, Words::verification, asked.verification())),
                new Choice("country", "Country", "Any country", countries));
    }

    private static List<Option> options(List<String> words, UnaryOperator<String> label, Optional<String> chosen) {
        return words.stream()
                .map(word -> new Option(
                        word, label.apply(word), chosen.filter(word::equals).isPresent()))
                .toList();
    }
}

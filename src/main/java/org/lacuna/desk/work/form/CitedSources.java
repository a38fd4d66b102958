package org.lacuna.desk.work.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.cases.Source;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Slug;

/**
 * The sources of a line: chosen out of those that the incident has, and one new one.
 *
 * @param chosen ids of known ones
 * @param added without an archive so far
 */
public record CitedSources(List<String> chosen, Optional<Source> added) {
    /** What an editor writes about a new source. */
    public static final List<String> FIELDS = List.of("source-publisher", "source-title");

    private static final String TICK = "cites-";
    private static final List<String> NEW =
            List.of("source-publisher", "source-title", "source-url", "source-published", "source-language");
    private static final int MOST_LANGUAGE = 35;
    private static final int LONGEST_ID = 40;

    public CitedSources {
        chosen = List.copyOf(chosen);
    }

    /** Every id that the line cites. */
    public List<String> ids() {
        return Stream.concat(chosen.stream(), added.stream().map(Source::id)).toList();
    }

    /** The same with the copy that was kept. */
    public CitedSources with(Source archived) {
        return new CitedSources(chosen, Optional.of(archived));
    }

    /** The name of the box that chooses a source. */
    public static String tick(Source source) {
        return TICK + source.id();
    }

    /**
     * Reads them.
     *
     * @param known the sources of the incident
     * @param needed whether a line without any is refused
     */
    public static CitedSources read(SentForm form, List<Source> known, boolean needed) {
        List<String> chosen = known.stream()
                .filter(source -> form.value(tick(source)).equals("on"))
                .map(Source::id)
                .toList();
        boolean begun = NEW.stream().anyMatch(field -> !form.value(field).isBlank());
        if (!begun && chosen.isEmpty() && needed) {
            form.refuse("source-publisher", "Choose a source, or write down a new one: who says so.");
        }
        return new CitedSources(chosen, begun ? added(form, known) : Optional.empty());
    }

    private static Optional<Source> added(SentForm form, List<Source> known) {
        Optional<String> publisher =
                CaseFields.text(form, "source-publisher", CaseFields.MOST_TITLE, "Say who says so.");
        Optional<String> title =
                CaseFields.text(form, "source-title", CaseFields.MOST_TITLE, "Give the source a title.");
        String language =
                form.required("source-language", MOST_LANGUAGE, "Write a language tag such as en or zh-Hant.");
        Optional<String> url = CaseFields.url(form, "source-url");
        Optional<LocalDate> published = CaseFields.day(form, "source-published");
        if (publisher.isEmpty()
                || title.isEmpty()
                || !form.problem("source-language").isEmpty()) {
            return Optional.empty();
        }
        String id = freeId(publisher.get(), published, known);
        return form.read(
                "source-language",
                language,
                tag -> new Source(id, publisher.get(), title.get(), url, published, tag, Optional.empty()));
    }

    /** Such as {@code axios-2020-06-10}; the id of a source never changes and is seen in public. */
    private static String freeId(String publisher, Optional<LocalDate> published, List<Source> known) {
        String plain = Normalizer.normalize(publisher, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_ID)).replaceAll("^-|-$", "");
        List<String> parts = new ArrayList<>();
        parts.add(name.isEmpty() ? "source" : name);
        published.ifPresent(day -> parts.add(day.toString()));
        String wanted = Slug.check(String.join("-", parts));
        List<String> taken = known.stream().map(Source::id).toList();
        String id = wanted;
        for (int number = 2; taken.contains(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}

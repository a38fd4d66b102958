package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Head;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RestrictionImposed;
import org.lacuna.cases.Scope;
import org.lacuna.cases.Source;
import org.lacuna.cases.Subject;
import org.lacuna.cases.Verification;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Countries;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Slug;

/** Reads the form in which an editor writes a new case: one subject, one restriction, one source, verified by nobody yet. */
@ApplicationScoped
class CaseForm {
    private static final int MOST_TITLE = 200;
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_URL = 2_000;
    private static final String SOURCE = "submission";

    private final Platforms platforms;
    private final Cases cases;

    CaseForm(Platforms platforms, Cases cases) {
        this.platforms = platforms;
        this.cases = cases;
    }

    /**
     * What can be taken over from a submission: words from closed lists. Nothing the person typed is among it, and no
     * field of what will be public is filled in by us: an editor who only skims would publish it.
     */
    SentForm suggest(Told told) {
        Map<String, String> values = new HashMap<>();
        told.platform().ifPresent(id -> values.put("platform", id));
        told.since().ifPresent(date -> values.put("date", date.toString()));
        return SentForm.of(values);
    }

    /** The incident with its one case; empty if something was refused, and then the form says what. */
    Optional<Incident> read(SentForm form) {
        String title = form.required("title", MOST_TITLE, "Write a title: who, what, where.");
        String summary = form.required("summary", MOST_TEXT, "Summarise it in your own words.");
        Optional<String> slug = slug(form);
        String platform = platform(form);
        Optional<Subject> subject = subject(form);
        Optional<RestrictionImposed> imposed = imposed(form);
        Optional<Source> source = source(form);
        if (form.refused()) {
            return Optional.empty();
        }
        Case reported = new Case(
                slug.orElseThrow(),
                Optional.of(platform),
                subject.orElseThrow(),
                Optional.of(Verification.REPORTED),
                List.of(imposed.orElseThrow()),
                List.of());
        return Optional.of(
                new Incident(slug.orElseThrow(), title, summary, List.of(source.orElseThrow()), List.of(reported)));
    }

    private Optional<String> slug(SentForm form) {
        String typed = form.required("slug", MOST_TITLE, "Write the case's name in its address.");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> slug = form.read("slug", typed, Slug::check);
        // Recording under a known slug would add to that incident instead of making a new one.
        if (slug.filter(this::taken).isPresent()) {
            form.refuse("slug", "There is a case or an incident with this name already; names are never reused.");
        }
        return slug;
    }

    private boolean taken(String slug) {
        return cases.incident(slug).isPresent() || cases.incidentOf(slug).isPresent();
    }

    private String platform(SentForm form) {
        String id = form.value("platform");
        if (platforms.find(id).isEmpty()) {
            form.refuse("platform", "Choose a platform from the list.");
        }
        return id;
    }

    private static Optional<Subject> subject(SentForm form) {
        String name = form.required("subject-name", MOST_TITLE, "Name what was hit, as the public may know it.");
        Optional<String> url =
                form.text("subject-url", MOST_URL).flatMap(typed -> form.read("subject-url", typed, Source::checkUrl));
        Optional<String> basedIn = form.text("based-in", 2)
                .flatMap(typed -> form.read("based-in", typed.toUpperCase(Locale.ROOT), Countries::check));
        return name.isEmpty()
                ? Optional.empty()
                : form.read(
                        "subject-kind",
                        form.value("subject-kind"),
                        kind -> new Subject(kind, name, url, basedIn, List.of()));
    }

    private static Optional<RestrictionImposed> imposed(SentForm form) {
        String text = form.required("text", MOST_TEXT, "Write what happened, in your own words.");
        String typedDate = form.required("date", 40, "Write the date, such as 2020-06-07 or 2020-06.");
        String typedScope = form.required("scope", MOST_TITLE, "Write worldwide, or country codes such as HK, CN.");
        Optional<EdtfDate> date =
                typedDate.isEmpty() ? Optional.empty() : form.read("date", typedDate, EdtfDate::parse);
        Optional<Scope> scope =
                typedScope.isEmpty() ? Optional.empty() : form.read("scope", typedScope, CaseForm::scope);
        if (text.isEmpty() || date.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        Head head = new Head("r1", date.get(), text, List.of(SOURCE), List.of(), Optional.empty());
        return form.read(
                "measure",
                form.value("measure"),
                measure -> new RestrictionImposed(head, measure, scope.get(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Source> source(SentForm form) {
        String publisher = form.required("source-publisher", MOST_TITLE, "Say who says so.");
        String title = form.required("source-title", MOST_TITLE, "Give the source a title.");
        String language = form.required("source-language", 35, "Write a language tag such as en or zh-Hant.");
        Optional<String> url =
                form.text("source-url", MOST_URL).flatMap(typed -> form.read("source-url", typed, Source::checkUrl));
        Optional<LocalDate> published =
                form.text("source-published", 10).flatMap(typed -> form.read("source-published", typed, CaseForm::day));
        if (publisher.isEmpty() || title.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        return form.read(
                "source-language",
                language,
                tag -> new Source(SOURCE, publisher, title, url, published, tag, Optional.empty()));
    }

    private static Scope scope(String typed) {
        return new Scope(Stream.of(typed.split("[\\s,]+"))
                .map(word -> word.equalsIgnoreCase(Countries.WORLDWIDE)
                        ? Countries.WORLDWIDE
                        : word.toUpperCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("expected a day such as 2020-06-07, found '" + typed + "'", noDay);
        }
    }
}

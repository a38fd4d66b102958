package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Head;
import org.lacuna.cases.Incident;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.cases.RestrictionImposed;
import org.lacuna.cases.Source;
import org.lacuna.cases.Subject;
import org.lacuna.cases.Verification;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.intake.Submission;
import org.lacuna.intake.Told;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Slug;

/** Reads the form in which an editor writes a new case: one subject, one restriction, one source, verified by nobody yet. */
@ApplicationScoped
class CaseForm {
    /** What of it the public will read. */
    static final List<String> TEXTS = List.of(
            "title", "summary", "subject-name", "topics", "text", "demanded-by", "source-publisher", "source-title");

    private final Platforms platforms;
    private final Cases cases;
    private final NamedForm named;

    CaseForm(Platforms platforms, Cases cases, NamedForm named) {
        this.platforms = platforms;
        this.cases = cases;
        this.named = named;
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

    /** The case with its incident; empty if something was refused, and then the form says what. */
    Optional<Draft> read(SentForm form, Optional<Submission> submission) {
        Optional<Incident> known = known(form);
        boolean attaches = !form.value("incident").isBlank();
        Optional<String> title = attaches
                ? known.map(Incident::title)
                : CaseFields.text(form, "title", CaseFields.MOST_TITLE, "Write a title: who, what, where.");
        Optional<String> summary = attaches
                ? known.map(Incident::summary)
                : CaseFields.text(form, "summary", CaseFields.MOST_TEXT, "Summarise it in your own words.");
        Optional<String> slug = slug(form, attaches);
        String platform = platform(form);
        Optional<Subject> subject = CaseFields.subject(form);
        CitedSources sources = source(form, known);
        Optional<RestrictionImposed> imposed = imposed(form, sources);
        Optional<Basis> basis = named.read(form, submission);
        if (form.refused() || imposed.isEmpty()) {
            return Optional.empty();
        }
        Case opened = new Case(
                slug.orElseThrow(),
                Optional.of(platform),
                subject.orElseThrow(),
                Optional.of(Verification.REPORTED),
                List.of(imposed.get()),
                List.of());
        Incident incident = new Incident(
                known.map(Incident::slug).orElse(slug.get()),
                title.orElseThrow(),
                summary.orElseThrow(),
                sources.added().stream().toList(),
                List.of(opened));
        return Optional.of(new Draft(
                incident,
                basis.orElseThrow(),
                submission.map(Submission::id),
                form.value("another").equals("on"),
                form.value("watch").equals("on"),
                Optional.empty()));
    }

    private Optional<Incident> known(SentForm form) {
        Optional<String> slug = form.text("incident", CaseFields.MOST_TITLE);
        Optional<Incident> known = slug.filter(Slug::fits).flatMap(cases::incident);
        if (slug.isPresent() && known.isEmpty()) {
            form.refuse("incident", "There is no incident with this name. Leave it empty to begin a new one.");
        }
        return known;
    }

    private Optional<String> slug(SentForm form, boolean attaches) {
        String typed = form.required("slug", CaseFields.MOST_TITLE, "Write the case's name in its address.");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> slug = form.read("slug", typed, Slug::check);
        // Recording under a known slug would add to that incident instead of making a new one.
        boolean taken = slug.filter(name -> cases.incidentOf(name).isPresent()
                        || !attaches && cases.incident(name).isPresent())
                .isPresent();
        if (taken || slug.equals(Optional.of("new"))) {
            form.refuse("slug", "There is a case or an incident with this name already; names are never reused.");
        }
        return slug;
    }

    private String platform(SentForm form) {
        String id = form.value("platform");
        if (platforms.find(id).isEmpty()) {
            form.refuse("platform", "Choose a platform from the list.");
        }
        return id;
    }

    private static CitedSources source(SentForm form, Optional<Incident> known) {
        List<Source> taken = known.map(Incident::sources).orElse(List.of());
        CitedSources sources = CitedSources.read(form, taken, true);
        if (sources.added().isEmpty()) {
            form.refuse("source-publisher", "Say who says so.");
            form.refuse("source-title", "Give the source a title.");
            form.refuse("source-language", "Write a language tag such as en or zh-Hant.");
        }
        return sources;
    }

    private static Optional<RestrictionImposed> imposed(SentForm form, CitedSources sources) {
        var text = CaseFields.text(form, "text", CaseFields.MOST_TEXT, "Write what happened, in your own words.");
        var date = CaseFields.date(form);
        var scope = CaseFields.wholeScope(form);
        var demandedBy = CaseFields.demandedBy(form);
        var measure = CaseFields.word(form, "measure", Vocabulary.MEASURES, "Choose what the platform did.");
        if (text.isEmpty()
                || date.isEmpty()
                || scope.isEmpty()
                || measure.isEmpty()
                || sources.added().isEmpty()) {
            return Optional.empty();
        }
        List<String> cited = sources.added().stream().map(Source::id).toList();
        Head head = new Head("r1", date.get(), text.get(), cited, List.of(), Optional.empty());
        return Optional.of(new RestrictionImposed(head, measure.get(), scope.get(), demandedBy, Optional.empty()));
    }
}

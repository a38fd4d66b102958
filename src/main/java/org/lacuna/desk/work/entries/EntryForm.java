package org.lacuna.desk.work.entries;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.cases.Appeal;
import org.lacuna.cases.Context;
import org.lacuna.cases.Correction;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Head;
import org.lacuna.cases.Pressure;
import org.lacuna.cases.RestrictionChanged;
import org.lacuna.cases.RestrictionImposed;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.cases.Rule;
import org.lacuna.cases.Statement;
import org.lacuna.cases.Testimony;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.PlatformRule;
import org.lacuna.page.SentForm;
import org.lacuna.shared.EdtfDate;

/** Reads the form of one type of entry. */
final class EntryForm {
    private static final String OTHER = "about";
    private static final String CHOOSE = "Choose one from the list.";

    private final KnownCase at;
    private final EntryType type;
    private final SentForm form;

    private EntryForm(KnownCase at, EntryType type, SentForm form) {
        this.at = at;
        this.type = type;
        this.form = form;
    }

    /** The entry; empty if something was refused, and then the form says what. */
    static Optional<NewEntry> read(KnownCase at, EntryType type, SentForm form) {
        return new EntryForm(at, type, form).entry();
    }

    /** The name of the box that says that a restriction is lifted. */
    static String lifts(Entry restriction) {
        return "lifts-" + restriction.head().id();
    }

    private Optional<NewEntry> entry() {
        Optional<EdtfDate> date = CaseFields.date(form);
        Optional<String> text =
                CaseFields.text(form, "text", CaseFields.MOST_TEXT, "Write what happened, in your own words.");
        CitedSources sources = CitedSources.read(form, at.sources(), type.cites());
        Optional<Rule> rule = type.namesRule() ? PlatformRule.read(form) : Optional.empty();
        Optional<OwnFields> own = own();
        if (form.refused() || date.isEmpty() || text.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewEntry(
                type.equals(EntryType.RESTRICTION_IMPOSED) ? "r" : "e",
                date.get(),
                text.get(),
                sources,
                rule,
                own.get()));
    }

    /** Makes the entry out of its head and rule. */
    @FunctionalInterface
    interface OwnFields {
        Entry under(Head head, Optional<Rule> rule);
    }

    private Optional<OwnFields> own() {
        return switch (type) {
            case CONTEXT -> Optional.of((head, rule) -> new Context(head));
            case TESTIMONY -> Optional.of((head, rule) -> new Testimony(head));
            case RESTRICTION_IMPOSED -> imposed();
            case RESTRICTION_CHANGED -> changed();
            case RESTRICTION_LIFTED -> lifted();
            case STATEMENT -> statement();
            case APPEAL ->
                CaseFields.word(form, "stage", Vocabulary.STAGES, CHOOSE)
                        .map(stage -> (head, rule) -> new Appeal(head, stage));
            case PRESSURE ->
                CaseFields.word(form, "kind", Vocabulary.PRESSURES, CHOOSE)
                        .map(kind -> (head, rule) ->
                                new Pressure(head, kind, !form.value("open").equals("on")));
            case CORRECTION -> other(at.entries()).map(id -> (head, rule) -> new Correction(head, id));
        };
    }

    private Optional<OwnFields> imposed() {
        var measure = CaseFields.word(form, "measure", Vocabulary.MEASURES, CHOOSE);
        var scope = CaseFields.wholeScope(form);
        var demandedBy = CaseFields.demandedBy(form);
        var fate = CaseFields.maybeWord(form, "fate", Vocabulary.FATES);
        return measure.flatMap(word ->
                scope.map(where -> (head, rule) -> new RestrictionImposed(head, word, where, demandedBy, fate, rule)));
    }

    private Optional<OwnFields> changed() {
        var restriction = other(at.imposed());
        var measure = CaseFields.maybeWord(form, "measure", Vocabulary.MEASURES);
        var scope = CaseFields.scope(form);
        if (measure.isEmpty() && scope.isEmpty()) {
            form.refuse("measure", "Say what is new: a measure, a scope, or both.");
        }
        return restriction.map(id -> (head, rule) -> new RestrictionChanged(head, id, measure, scope, rule));
    }

    private Optional<OwnFields> lifted() {
        List<String> ids = at.imposed().stream()
                .filter(restriction -> form.value(lifts(restriction)).equals("on"))
                .map(restriction -> restriction.head().id())
                .toList();
        if (ids.isEmpty()) {
            form.refuse("lifts", "Choose at least one restriction that is lifted.");
        }
        var extent = CaseFields.word(form, "extent", Vocabulary.EXTENTS, CHOOSE);
        var how = CaseFields.word(form, "how", Vocabulary.WAYS, CHOOSE);
        return ids.isEmpty()
                ? Optional.empty()
                : extent.flatMap(word -> how.map(way -> (head, rule) -> new RestrictionLifted(head, ids, word, way)));
    }

    private Optional<OwnFields> statement() {
        var by = CaseFields.word(form, "by", Vocabulary.SPEAKERS, CHOOSE);
        var explanation = CaseFields.maybeWord(form, "explanation", Vocabulary.EXPLANATIONS);
        return by.map(speaker -> (head, rule) -> new Statement(head, speaker, explanation, rule, Optional.empty()));
    }

    private Optional<String> other(List<Entry> out) {
        Function<Entry, String> id = entry -> entry.head().id();
        Optional<String> chosen =
                out.stream().map(id).filter(form.value(OTHER)::equals).findFirst();
        if (chosen.isEmpty()) {
            form.refuse(OTHER, "Choose the entry that it is about.");
        }
        return chosen;
    }
}

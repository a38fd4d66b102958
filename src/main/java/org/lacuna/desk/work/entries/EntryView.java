package org.lacuna.desk.work.entries;

import java.util.List;
import java.util.Map;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Source;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.page.SentForm;

/**
 * What the form of an entry shows besides what was typed.
 *
 * @param restrictions those that can be lifted, each as a box
 * @param others the entries that it can be about
 */
record EntryView(
        KnownCase at,
        EntryType type,
        List<SourceBox> sources,
        List<EntryBox> restrictions,
        List<Entry> others,
        Looked looked,
        String once) {

    /** A source to tick. */
    record SourceBox(String name, Source source, boolean ticked) {}

    /** An entry to tick. */
    record EntryBox(String name, Entry entry, boolean ticked) {}

    static EntryView of(KnownCase at, EntryType type, SentForm form, Looked looked) {
        return new EntryView(
                at,
                type,
                at.sources().stream()
                        .map(source -> box(CitedSources.tick(source), source, form))
                        .toList(),
                at.imposed().stream()
                        .map(entry -> new EntryBox(
                                EntryForm.lifts(entry),
                                entry,
                                form.value(EntryForm.lifts(entry)).equals("on")))
                        .toList(),
                type.needsRestriction() ? at.imposed() : at.entries(),
                looked,
                OnceQueries.mark(form));
    }

    private static SourceBox box(String name, Source source, SentForm form) {
        return new SourceBox(name, source, form.value(name).equals("on"));
    }

    public Map<String, String> measures() {
        return Vocabulary.MEASURES;
    }

    public Map<String, String> demanders() {
        return Vocabulary.DEMANDERS;
    }

    public Map<String, String> fates() {
        return Vocabulary.FATES;
    }

    public Map<String, String> speakers() {
        return Vocabulary.SPEAKERS;
    }

    public Map<String, String> explanations() {
        return Vocabulary.EXPLANATIONS;
    }

    public Map<String, String> stages() {
        return Vocabulary.STAGES;
    }

    public Map<String, String> pressures() {
        return Vocabulary.PRESSURES;
    }

    public Map<String, String> extents() {
        return Vocabulary.EXTENTS;
    }

    public Map<String, String> ways() {
        return Vocabulary.WAYS;
    }
}

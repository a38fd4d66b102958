package org.lacuna.desk.work.join;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.cases.Entry;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.page.SentForm;
import org.lacuna.shared.EdtfWords;

/** The entries of a case as boxes to tick. */
final class EntryBoxes {
    private EntryBoxes() {}

    /** One box. */
    record Box(String name, Entry entry, boolean ticked) {
        public String when() {
            return EdtfWords.of(entry.head().date());
        }
    }

    static List<Box> of(KnownCase at, SentForm form) {
        return at.entries().stream()
                .map(entry -> new Box(name(entry), entry, ticked(entry, form)))
                .toList();
    }

    /** The ids of those that are ticked. */
    static Set<String> ticked(KnownCase at, SentForm form) {
        return at.entries().stream()
                .filter(entry -> ticked(entry, form))
                .map(entry -> entry.head().id())
                .collect(Collectors.toSet());
    }

    private static String name(Entry entry) {
        return "entry-" + entry.head().id();
    }

    private static boolean ticked(Entry entry, SentForm form) {
        return form.value(name(entry)).equals("on");
    }
}

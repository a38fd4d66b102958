package org.lacuna.desk.work.entries;

import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Entry;
import org.lacuna.cases.FreeIds;
import org.lacuna.cases.Head;
import org.lacuna.cases.Rule;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.shared.EdtfDate;

/**
 * An entry that an editor wrote, before it has an id.
 *
 * @param letters how its id begins
 */
record NewEntry(
        String letters,
        EdtfDate date,
        String text,
        CitedSources sources,
        Optional<Rule> rule,
        EntryForm.OwnFields own) {
    /** The same with what was archived. */
    NewEntry with(CitedSources cited, Optional<Rule> inForce) {
        return new NewEntry(letters, date, text, cited, inForce, own);
    }

    Entry under(FreeIds free) {
        return own.under(new Head(free.next(letters), date, text, sources.ids(), List.of(), Optional.empty()), rule);
    }
}

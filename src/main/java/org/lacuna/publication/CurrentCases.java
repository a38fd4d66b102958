package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The documents of cases as they stand, many at once, and which of them have changed: for whoever keeps copies. */
@ApplicationScoped
public class CurrentCases {
    private final CurrentCaseQueries queries;

    CurrentCases(CurrentCaseQueries queries) {
        this.queries = queries;
    }

    /** Those of these slugs that are public cases, by slug; what was merged, retracted or never there is left out. */
    public Map<String, Document> find(Set<String> slugs) {
        return queries.find(slugs);
    }

    /** The number of the last change; 0 if there was none. */
    public long lastChange() {
        return queries.lastChange();
    }

    /**
     * What has changed.
     *
     * @param last the number of the last change now
     * @param cases slugs of the cases that changed
     */
    public record Changed(long last, Set<String> cases) {}

    /**
     * What changed after a number, redactions of earlier versions too.
     *
     * @return empty if that number is not there any more, or more has changed than {@code most}: then nothing is known
     */
    public Optional<Changed> since(long sequence, int most) {
        List<CurrentCaseQueries.Change> changes = queries.from(sequence, most + 2);
        boolean known = sequence == 0 || !changes.isEmpty() && changes.get(0).sequence() == sequence;
        if (!known || changes.size() > most + 1) {
            return Optional.empty();
        }
        return Optional.of(new Changed(
                changes.isEmpty() ? 0 : changes.get(changes.size() - 1).sequence(),
                CurrentCaseQueries.Change.cases(changes, sequence)));
    }
}

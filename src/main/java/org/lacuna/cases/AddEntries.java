package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;

/** Adds to a case that is recorded already: entries of every type, the sources that they cite, what sources disagree on. */
@ApplicationScoped
public class AddEntries {
    private final OpenCase open;

    AddEntries(OpenCase open) {
        this.open = open;
    }

    /**
     * Adds entries, and sources to their incident.
     *
     * @param sources new ones; one that is known already must read the same
     * @param entries makes the entries, with ids that are free in this case
     * @return the ids of the entries
     * @throws RecordIncident.AlreadyRecorded if a known source or entry reads otherwise
     * @throws IllegalArgumentException if the case cannot be changed, or an entry names what is not there or says when it
     *     was recorded
     */
    @Transactional
    public List<String> add(String caseSlug, List<Source> sources, Function<FreeIds, List<Entry>> entries) {
        OpenCase.Standing standing = open.standing(caseSlug);
        List<Entry> made = entries.apply(new FreeIds(standing.known()));
        made.stream()
                .filter(entry -> entry.head().recorded().isPresent())
                .findFirst()
                .ifPresent(entry -> {
                    throw new IllegalArgumentException("expected an entry that is recorded now, found '"
                            + entry.head().id() + "' with a moment of its own");
                });
        open.add(standing, sources, made, List.of());
        return made.stream().map(entry -> entry.head().id()).toList();
    }

    /** Adds a source, to be cited later. The same errors. */
    @Transactional
    public void addSource(String caseSlug, Source source) {
        open.add(open.standing(caseSlug), List.of(source), List.of(), List.of());
    }

    /** Adds what sources contradict each other about. The same errors. */
    @Transactional
    public void addConflict(String caseSlug, Conflict conflict) {
        open.add(open.standing(caseSlug), List.of(), List.of(), List.of(conflict));
    }
}

package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lacuna.shared.Digest;

/**
 * Takes back what was published only because of one submission. Entries that have no other origin are erased; a case that
 * then has no restriction left is erased whole, and with the last case of an incident its title and summary.
 */
@ApplicationScoped
public class TakeBack {
    private final CaseStore store;
    private final CaseQueries cases;
    private final RedactionQueries redactions;
    private final Copies copies;
    private final ErasePassage erase;

    TakeBack(CaseStore store, CaseQueries cases, RedactionQueries redactions, Copies copies, ErasePassage erase) {
        this.store = store;
        this.cases = cases;
        this.redactions = redactions;
        this.copies = copies;
        this.erase = erase;
    }

    /**
     * An entry that rests on the submission.
     *
     * @param sources ids of the sources that stand for the submission, beside those without an address
     * @param onOthersToo whether it rests on another submission as well
     */
    public record Resting(String caseSlug, String entry, Set<String> sources, boolean onOthersToo) {
        public Resting {
            sources = Set.copyOf(sources);
        }

        /** It rests on nothing else, and its sources without an address stand for the submission. */
        public static Resting alone(String caseSlug, String entry) {
            return new Resting(caseSlug, entry, Set.of(), false);
        }
    }

    /**
     * What was taken back.
     *
     * @param erased every passage that is gone now and was not before
     * @param cases slugs of the cases of which nothing is left
     * @param captures digests of the captures that no fact of the record names any more
     */
    public record TakenBack(Set<Passage> erased, Set<String> cases, Set<Digest> captures) {}

    /**
     * Takes back, as one change. Doing it again changes nothing.
     *
     * @throws IllegalArgumentException if one of the entries does not exist; then nothing is taken back
     */
    @Transactional
    public TakenBack takeBack(List<Resting> resting, UUID editor) {
        store.lock();
        Grounds grounds = new Grounds(Redaction.WITHDRAWN, "", editor);
        Set<String> touched = new LinkedHashSet<>();
        Set<Passage> erased = new LinkedHashSet<>();
        for (Resting each : resting) {
            for (Passage place : copies.of(Passage.entry(each.caseSlug(), each.entry()))) {
                List<Passage> going = passages(place, each);
                going.stream().filter(this::stands).forEach(erased::add);
                if (going.contains(place)) {
                    touched.add(place.owner());
                }
            }
        }
        Set<Digest> captures = new LinkedHashSet<>(erase.eraseThese(erased, grounds));
        Set<String> emptied = touched.stream()
                .filter(slug -> stands(Passage.wholeCase(slug)))
                .filter(slug -> nothingLeft(incident(slug).caseOf(slug)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Passage> whole = new ArrayList<>();
        emptied.forEach(slug -> whole.add(Passage.wholeCase(slug)));
        emptied.stream()
                .map(this::incident)
                .filter(incident -> incident.cases().stream()
                        .allMatch(each -> emptied.contains(each.slug()) || !stands(Passage.wholeCase(each.slug()))))
                .map(incident -> Passage.wording(incident.slug()))
                .distinct()
                .filter(this::stands)
                .forEach(whole::add);
        erased.addAll(whole);
        captures.addAll(erase.eraseThese(whole, grounds));
        return new TakenBack(erased, emptied, captures);
    }

    /** These sources of the incident, wherever they were copied to. */
    private Set<Passage> sources(Resting resting, Predicate<Source> wanted) {
        Incident incident = incident(resting.caseSlug());
        return incident.sources().stream()
                .filter(wanted)
                .flatMap(source -> copies.of(Passage.source(incident.slug(), source.id())).stream())
                .collect(Collectors.toSet());
    }

    /** The entry if it has no other origin; else those of its sources that were named as the submission. */
    private List<Passage> passages(Passage place, Resting resting) {
        Incident incident = incident(place.owner());
        Entry entry = incident.caseOf(place.owner())
                .entry(place.id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the id of an entry of " + place.owner() + ", found '" + place.id() + "'"));
        if (resting.onOthersToo()) {
            return List.of();
        }
        Set<Passage> named = sources(resting, source -> resting.sources().contains(source.id()));
        Set<Passage> unaddressed = sources(resting, source -> source.url().isEmpty());
        List<Passage> cited = entry.head().sources().stream()
                .map(id -> Passage.source(incident.slug(), id))
                .toList();
        boolean elsewhere = cited.stream().anyMatch(source -> !named.contains(source) && !unaddressed.contains(source));
        return elsewhere ? cited.stream().filter(named::contains).toList() : List.of(place);
    }

    /** Whether every restriction is gone for good, or stands in another case now. */
    private boolean nothingLeft(Case each) {
        return each.entries().stream()
                .filter(RestrictionImposed.class::isInstance)
                .map(entry ->
                        redactions.of(Passage.entry(each.slug(), entry.head().id())))
                .allMatch(redaction -> redaction
                        .filter(known -> known.permanent() || known.moved())
                        .isPresent());
    }

    private boolean stands(Passage passage) {
        return redactions.of(passage).filter(Redaction::permanent).isEmpty();
    }

    private Incident incident(String caseSlug) {
        return cases.incidentOf(caseSlug)
                .flatMap(slug -> cases.incident(slug, CaseQueries.PRESENT))
                .orElseThrow(
                        () -> new IllegalArgumentException("expected the slug of a case, found '" + caseSlug + "'"));
    }
}

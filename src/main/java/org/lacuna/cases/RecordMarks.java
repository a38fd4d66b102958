package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands out and takes in what a file of the record says beside the facts. */
@ApplicationScoped
class RecordMarks {
    private static final String IMPORTED = "imported";

    private final RedactionQueries redactions;
    private final Redirects redirects;
    private final Copies copies;
    private final CaseQueries cases;
    private final Event<RecordChanged> changed;

    RecordMarks(
            RedactionQueries redactions,
            Redirects redirects,
            Copies copies,
            CaseQueries cases,
            Event<RecordChanged> changed) {
        this.redactions = redactions;
        this.redirects = redirects;
        this.copies = copies;
        this.cases = cases;
        this.changed = changed;
    }

    /** @param asOf where cases went and what was moved by then; what is redacted now is so for every moment */
    Marks of(Incident incident, Instant asOf) {
        List<Copies.Copy> copied = copies.in(incident).stream()
                .filter(copy -> copy.owner().equals(incident.slug())
                        ? Passage.source(copy.owner(), copy.id()).standsIn(incident)
                        : Passage.entry(copy.owner(), copy.id()).standsIn(incident))
                .toList();
        return new Marks(
                        redactions.of(incident.slug()).stream()
                                .filter(redaction -> known(redaction.passage(), incident))
                                .toList(),
                        incident.cases().stream()
                                .flatMap(each -> redirects.of(each.slug()).stream())
                                .toList(),
                        copied)
                .asOf(asOf);
    }

    private static boolean known(Passage passage, Incident incident) {
        boolean there = passage.ofIncident()
                || incident.cases().stream().anyMatch(each -> each.slug().equals(passage.owner()));
        // a conflict that is gone for good is no longer found by what it was about
        return there && (passage.what() == Passage.What.CONFLICT || passage.standsIn(incident));
    }

    /** Takes in what is not known yet; the caller holds the lock and has recorded the facts. */
    void take(String incident, Marks marks) {
        Incident known = cases.incident(incident, CaseQueries.PRESENT).orElseThrow();
        marks.redirects().forEach(redirect -> check(redirect, known));
        marks.redactions().stream()
                .map(Redaction::passage)
                .filter(passage -> !known(passage, known))
                .findFirst()
                .ifPresent(passage -> {
                    throw new IllegalArgumentException("expected a redaction of a passage of this file, found one of '"
                            + passage.id() + "' in '" + passage.owner() + "'");
                });
        boolean news = false;
        for (Redirects.Redirect redirect : marks.redirects()) {
            if (redirects.of(redirect.from()).stream()
                    .noneMatch(noted ->
                            noted.to().equals(redirect.to()) && noted.kind().equals(redirect.kind()))) {
                redirects.note(redirect, IMPORTED, Optional.empty());
                news = true;
            }
        }
        marks.copies().forEach(copies::take);
        for (Redaction redaction : marks.redactions()) {
            if (!redactions.knows(redaction)) {
                redactions.insert(
                        incident,
                        redaction.permanent() ? RedactionQueries.ERASE : RedactionQueries.HIDE,
                        redaction,
                        "",
                        Optional.empty());
                if (redaction.permanent()) {
                    redactions.erase(redaction.passage(), redaction.recorded());
                }
                news = true;
            }
        }
        if (news) {
            changed.fire(new RecordChanged(incident, Set.of()));
        }
    }

    private void check(Redirects.Redirect redirect, Incident incident) {
        incident.caseOf(redirect.from());
        if (cases.incidentOf(redirect.to()).isEmpty()) {
            throw new IllegalArgumentException("expected '" + redirect.from()
                    + "' to lead to a case that is recorded, found '" + redirect.to() + "'; import its file as well");
        }
        if (redirect.kind().equals(Redirects.MERGED)
                && redirects.follow(redirect.to()).equals(redirect.from())) {
            throw new IllegalArgumentException("expected a case that does not lead back to '" + redirect.from()
                    + "', found '" + redirect.to() + "'");
        }
    }
}

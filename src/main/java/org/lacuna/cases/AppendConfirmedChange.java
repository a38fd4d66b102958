package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.observation.Told;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Outcome;

/**
 * Appends what the crawler confirmed to the case it belongs to, marked as observed, if that case is public already. A
 * case that is not public never becomes so by a machine: for it the observation stays where it is.
 *
 * <p>Runs in the transaction that confirmed the change, so the confirmation and the entry exist together or not at all.
 */
@ApplicationScoped
class AppendConfirmedChange {
    private static final Logger LOG = Logger.getLogger(AppendConfirmedChange.class);

    private final Cases cases;
    private final RecordIncident record;
    private final CaseStore store;
    private final Redirects redirects;
    private final Redactions redactions;

    AppendConfirmedChange(
            Cases cases, RecordIncident record, CaseStore store, Redirects redirects, Redactions redactions) {
        this.cases = cases;
        this.record = record;
        this.store = store;
        this.redirects = redirects;
        this.redactions = redactions;
    }

    void append(@Observes ChangeConfirmed change) {
        if (change.caseSlug().isEmpty()) {
            return;
        }
        // before reading: what an editor changes in between would otherwise be handed back as it was
        store.lock();
        String slug = redirects.follow(change.caseSlug().get());
        Optional<Incident> incident = cases.incidentOf(slug);
        if (incident.isEmpty()) {
            return;
        }
        Case known = incident.get().caseOf(slug);
        if (!known.isPublic() || redactions.of(Passage.wholeCase(slug)).isPresent()) {
            return;
        }
        Case more = new Case(
                known.slug(),
                known.platform(),
                known.subject(),
                known.verification(),
                List.of(entry(known, change)),
                List.of());
        record.record(List.of(new Incident(
                incident.get().slug(),
                incident.get().title(),
                incident.get().summary(),
                incident.get().sources(),
                List.of(more))));
        LOG.infof(
                "an observed change was appended to a case on %s",
                change.subject().platform());
    }

    private static Entry entry(Case known, ChangeConfirmed change) {
        Told to = change.to();
        boolean gone = change.from().outcome() == Outcome.AVAILABLE;
        return new Observed(
                new Head(
                        new FreeIds(known).next("o"),
                        to.lastSeenBefore()
                                .map(before -> EdtfDate.between(day(before), day(to.firstSeenNow())))
                                .orElseGet(() -> EdtfDate.notAfter(day(to.firstSeenNow()))),
                        words(change),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                to.outcome(),
                to.scope(),
                to.vantages().stream().map(Vantage::word).toList(),
                gone ? Optional.of(to.firstSeenNow()) : Optional.empty(),
                gone ? to.lastSeenBefore() : Optional.empty(),
                to.evidence());
    }

    private static String words(ChangeConfirmed change) {
        Told to = change.to();
        String looks = to.evidence().size() + " looks agree while a control on the same platform was alive.";
        if (to.scope().isEmpty()) {
            return "Our crawler saw it change from " + change.from().words() + " to " + to.words() + ": " + looks;
        }
        return "Our crawler could not see it from " + String.join(", ", to.scope()) + " while it could from "
                + to.availableFrom().stream()
                        .flatMap(vantage -> vantage.country().stream())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ": " + looks
                + (to.lastSeenBefore().isEmpty() ? " From there it had never been seen before." : "");
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}

package org.lacuna.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.cases.DemandedBy;
import org.lacuna.cases.Latency;
import org.lacuna.cases.Restriction;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.cases.Restrictions;

/** Restrictions as a public document shows them. */
final class FoldedRestrictions {
    private FoldedRestrictions() {}

    /** @param asOf the day at which what is not lifted is censored */
    static List<PublicCase.Restriction> of(Restrictions folded, LocalDate asOf) {
        return folded.all().stream().map(each -> restriction(each, asOf)).toList();
    }

    private static PublicCase.Restriction restriction(Restriction restriction, LocalDate asOf) {
        Latency latency = restriction.latency(asOf);
        boolean lasting = latency.censored() && restriction.imposed().fate().isEmpty();
        return new PublicCase.Restriction(
                restriction.imposed().head().id(),
                restriction.state().word(),
                restriction.measure(),
                restriction.scope().words(),
                restriction.imposed().demandedBy().map(DemandedBy::asMap),
                PublicDate.of(restriction.imposed().head().date()),
                restriction.lifts().stream()
                        .map(lift -> lift(restriction, lift))
                        .toList(),
                new PublicCase.Latency(
                        latency.min(),
                        latency.max(),
                        latency.censored(),
                        Optional.of(asOf).filter(day -> lasting)));
    }

    private static PublicCase.Lift lift(Restriction restriction, RestrictionLifted lift) {
        Latency latency = restriction.latencyTo(lift);
        return new PublicCase.Lift(
                lift.head().id(),
                PublicDate.of(lift.head().date()),
                lift.extent(),
                lift.how(),
                new PublicCase.Days(latency.min(), latency.max()));
    }
}

package org.lacuna.observation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Several looks agree, beside a live control, that a subject is no longer as it was. Fired inside the transaction that
 * recorded it; an observer that throws takes both back. The change happened somewhere between the last look that still
 * showed the old outcome and the first that showed the new one.
 *
 * @param caseSlug the case this subject belongs to, if somebody said so; it need not exist yet
 * @param lastSeenBefore the last look that showed {@code from}
 * @param firstSeenNow the first of the looks that agree on {@code to}
 * @param vantage where the looks came from, both those that agree and the one that showed {@code from}
 * @param evidence their exchanges, in the order seen
 */
public record ChangeConfirmed(
        String platform,
        String subject,
        URI url,
        Optional<String> caseSlug,
        Outcome from,
        Outcome to,
        Instant lastSeenBefore,
        Instant firstSeenNow,
        Instant confirmedAt,
        Vantage vantage,
        List<Digest> evidence) {
    public ChangeConfirmed {
        evidence = List.copyOf(evidence);
        if (from == to || !from.conclusive() || !to.conclusive()) {
            throw new IllegalArgumentException(
                    "expected two different outcomes that say something, found " + from.word() + " and " + to.word());
        }
        if (!lastSeenBefore.isBefore(firstSeenNow)) {
            throw new IllegalArgumentException(
                    "expected the old outcome seen before the new, found " + lastSeenBefore + " and " + firstSeenNow);
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("expected evidence, found none");
        }
    }
}

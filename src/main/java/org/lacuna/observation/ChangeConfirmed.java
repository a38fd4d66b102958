package org.lacuna.observation;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Several looks agree, beside live controls, that a subject is no longer as it was. Fired inside the transaction that
 * recorded it; an observer that throws takes both back. The change happened somewhere between the last look that still
 * showed the old outcome and the first that showed the new one; where a subject turns out to be withheld in a country
 * from which nobody had looked before, nothing bounds it from below.
 *
 * @param caseSlug the case this subject belongs to, if somebody said so; it need not exist yet
 * @param from what was told before
 * @param to what is told from now on, with its vantages, countries and evidence
 */
public record ChangeConfirmed(
        SubjectId subject, URI url, Optional<String> caseSlug, Told from, Told to, Instant confirmedAt) {
    public ChangeConfirmed {
        if (from.same(to)) {
            throw new IllegalArgumentException(
                    "expected two different outcomes, found " + from.words() + " and " + to.words());
        }
    }
}

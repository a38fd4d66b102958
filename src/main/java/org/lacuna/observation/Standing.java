package org.lacuna.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What was concluded last about a subject, as seen from one vantage.
 *
 * @param outcome what stands
 * @param since the first look that showed it
 * @param lastSeenBefore the last look that still showed what stood before; empty for a first conclusion, and where a new
 *     definition put this in the place of another reading, neither of which is a change in the world
 * @param lastSeen the last look that showed it beside a live control
 * @param definition the definition of that look
 * @param evidence the exchange of that look
 * @param agreeing the exchanges of the looks that agreed, oldest first
 */
public record Standing(
        Outcome outcome,
        Instant since,
        Optional<Instant> lastSeenBefore,
        Instant lastSeen,
        Digest definition,
        Optional<Digest> evidence,
        List<Digest> agreeing) {
    public Standing {
        agreeing = List.copyOf(agreeing);
    }
}

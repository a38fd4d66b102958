package org.lacuna.observation;

import java.time.Instant;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What was concluded last about a subject, as seen from one vantage.
 *
 * @param outcome what stands
 * @param since the first look that showed it
 * @param lastSeen the last look that showed it beside a live control
 * @param definition the definition of that look
 * @param evidence the exchange of that look
 */
public record Standing(
        Outcome outcome, Instant since, Instant lastSeen, Digest definition, Optional<Digest> evidence) {}

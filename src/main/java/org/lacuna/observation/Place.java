package org.lacuna.observation;

import java.time.Instant;
import org.lacuna.shared.Outcome;

/**
 * A subject as it stands from one vantage.
 *
 * @param standing what several looks agreed on there
 * @param latest what the latest look that counts showed; another outcome than what stands means that it may be turning
 * @param latestSeen when that look was
 */
public record Place(Vantage vantage, Standing standing, Outcome latest, Instant latestSeen) {}

package org.lacuna.crawl;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What one visit to a page showed.
 *
 * @param url the page that was asked for
 * @param seen when the answer was complete, or when we gave up
 * @param rule the rule that fitted, if any did
 * @param why one sentence for a person
 * @param evidence the exchange, kept; there is one exactly if there was an answer
 */
record Look(URI url, Instant seen, Outcome outcome, Optional<String> rule, String why, Optional<Digest> evidence) {}

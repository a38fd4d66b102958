package org.lacuna.crawl;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.fetch.Validators;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What the last full look at a subject showed. The detector has no memory of its own: where everything it would look at
 * is the same, so is what it says.
 *
 * @param page what was asked for
 * @param definition what read it
 * @param at when it was
 * @param evidence the whole exchange
 * @param lookedAt digest of all that the detector looks at, the definition included
 * @param validators what the server can be asked with whether anything changed
 */
record Memory(
        URI page,
        Digest definition,
        Instant at,
        Outcome outcome,
        Optional<String> rule,
        String why,
        Digest evidence,
        Digest lookedAt,
        Optional<Validators> validators) {}

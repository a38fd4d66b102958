package org.lacuna.crawl;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.evidence.Keeping;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.fetch.Validators;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What one visit to a page showed.
 *
 * @param page the page that was asked for
 * @param seen when the answer was complete, or when we gave up
 * @param rule the rule that fitted, if any did
 * @param why one sentence for a person
 * @param identity the platform's own number for the subject, if the answer shows one
 * @param exchange what must be kept before any of this is recorded; there is one exactly if there was an answer
 * @param full what is remembered for the next look, if this one was not answered from memory
 * @param failure why there was no answer
 */
record Look(
        URI page,
        Instant seen,
        Outcome outcome,
        Optional<String> rule,
        String why,
        Optional<String> identity,
        Optional<Keeping> exchange,
        Optional<Full> full,
        Optional<NoAnswer.Reason> failure) {
    /**
     * That the answer itself was read.
     *
     * @param lookedAt digest of all that the detector looks at
     * @param validators what the server can be asked with whether anything changed
     */
    record Full(Digest lookedAt, Optional<Validators> validators) {}

    /** The same without the bytes of the exchange. */
    Look withoutExchange() {
        return new Look(page, seen, outcome, rule, why, identity, Optional.empty(), full, failure);
    }
}

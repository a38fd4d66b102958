package org.lacuna.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Digest;

/**
 * A row of the index: one kept exchange.
 *
 * @param digest SHA-256 of its bytes in the file
 * @param file relative to the evidence folder, with {@code /} between its parts
 * @param at when the answer was complete
 * @param refersTo the exchange whose body this revisit repeats, never a revisit itself
 * @param record the WARC-Record-ID of its response or revisit
 * @param target the URL that answered
 * @param payload SHA-256 of the body as sent; for a revisit that of the original
 */
record Indexed(
        Digest digest,
        String file,
        long start,
        long length,
        Instant at,
        Optional<Digest> refersTo,
        UUID record,
        String target,
        Digest payload) {}

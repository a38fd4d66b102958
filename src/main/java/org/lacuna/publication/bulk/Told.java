package org.lacuna.publication.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a set says about itself.
 *
 * @param sequence number of the last change that it holds
 * @param begun when its making began
 */
record Told(String name, LocalDate day, long sequence, Instant begun, Optional<BulkSet.Replaced> replaces) {
    /** For formats that have room for it. */
    Map<String, String> inside() {
        return Map.of("lacuna.set", name, "lacuna.sequence", Long.toString(sequence));
    }
}

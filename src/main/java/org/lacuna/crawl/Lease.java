package org.lacuna.crawl;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The right to do one check, for a while.
 *
 * @param id of the watched subject
 * @param due when the check was due
 * @param fence the lease's number; only the holder of the latest may write
 */
record Lease(
        long id,
        String platform,
        String subject,
        URI url,
        Kind kind,
        Optional<String> caseSlug,
        Instant due,
        long fence) {
    /** Why a subject is watched. */
    enum Kind {
        /** For its own sake. */
        WATCH,
        /** To know that looking works. */
        CONTROL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}

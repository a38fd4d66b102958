package org.lacuna.crawl;

import java.time.Instant;
import java.util.Optional;
import org.lacuna.observation.SubjectId;

/**
 * One subject that is due to be looked at from one vantage.
 *
 * @param watch number of the watch
 * @param caseSlug the case it belongs to, if any
 * @param identity the platform's own number for it, if a look showed one
 * @param due since when
 * @param last what the last full look showed
 */
record Check(
        long watch,
        SubjectId subject,
        Kind kind,
        Optional<String> caseSlug,
        Optional<String> identity,
        Instant due,
        Optional<Memory> last) {
    /** Why a subject is watched. */
    enum Kind {
        /** For its own sake. */
        WATCH,
        /** To know that looking works. */
        CONTROL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The same with another number, or none. */
    Check knownAs(Optional<String> number) {
        return new Check(watch, subject, kind, caseSlug, number, due, last);
    }

    boolean isControl() {
        return kind == Kind.CONTROL;
    }
}

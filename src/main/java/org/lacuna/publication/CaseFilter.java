package org.lacuna.publication;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which cases are asked for; empty means any. All that is given must hold.
 *
 * @param platform id of a platform
 * @param status folded status
 * @param verification level of verification
 * @param country ISO 3166 code: restricted there, subject based there, or demanded by its government
 * @param from a restriction can have begun on this day or later
 * @param to a restriction can have begun on this day or earlier
 * @param words a text that stands in the title, the incident or a line of the timeline
 */
public record CaseFilter(
        Optional<String> platform,
        Optional<String> status,
        Optional<String> verification,
        Optional<String> country,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> words) {
    public CaseFilter {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "expected 'to' not before 'from', found " + from.get() + " and " + to.get());
        }
    }

    /** Every case. */
    public static CaseFilter all() {
        return of(Optional.empty());
    }

    /** Every case on one platform. */
    public static CaseFilter on(String platform) {
        return of(Optional.of(platform));
    }

    private static CaseFilter of(Optional<String> platform) {
        Optional<String> any = Optional.empty();
        return new CaseFilter(platform, any, any, any, Optional.empty(), Optional.empty(), any);
    }
}

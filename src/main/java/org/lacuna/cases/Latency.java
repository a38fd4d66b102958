package org.lacuna.cases;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/**
 * How long a restriction held, in whole days. Dates are intervals, so this is one too.
 *
 * @param min days for certain
 * @param max days at most; empty where nothing bounds it
 * @param censored whether no lift is recorded, so that the true value lies somewhere above {@code min}
 */
public record Latency(long min, Optional<Long> max, boolean censored) {
    /**
     * From one uncertain day to another that is not before it.
     *
     * @throws IllegalArgumentException if every day the lift can mean is before every day of the start
     */
    static Latency between(EdtfDate imposed, EdtfDate lifted) {
        Optional<Long> max =
                imposed.earliest().flatMap(from -> lifted.latest().map(to -> ChronoUnit.DAYS.between(from, to)));
        if (max.isPresent() && max.get() < 0) {
            throw new IllegalArgumentException(
                    "expected a lift not before the restriction of " + imposed + ", found " + lifted);
        }
        return new Latency(certain(imposed, lifted.earliest()), max, false);
    }

    /** Not lifted by this day. */
    static Latency censored(EdtfDate imposed, LocalDate asOf) {
        return atLeast(certain(imposed, Optional.of(asOf)));
    }

    static Latency atLeast(long days) {
        return new Latency(days, Optional.empty(), true);
    }

    private static long certain(EdtfDate imposed, Optional<LocalDate> until) {
        return imposed.latest()
                .flatMap(from -> until.map(to -> Math.max(0, ChronoUnit.DAYS.between(from, to))))
                .orElse(0L);
    }
}

package org.lacuna.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Word;

/**
 * One restriction as it stands after all entries.
 *
 * @param measure the last one
 * @param scope the last one
 * @param lifts in the order of the timeline
 */
public record Restriction(RestrictionImposed imposed, String measure, Scope scope, List<RestrictionLifted> lifts) {
    /** What has become of it. */
    public enum State implements Word {
        IN_FORCE,
        PARTLY_LIFTED,
        LIFTED,
        UNKNOWN,
        ENDED_OTHERWISE;
    }

    /** A lift outweighs what was said of its fate. */
    public State state() {
        if (firstFullLift().isPresent()) {
            return State.LIFTED;
        }
        if (!lifts.isEmpty()) {
            return State.PARTLY_LIFTED;
        }
        return imposed.fate()
                .map(fate -> fate.equals("unknown") ? State.UNKNOWN : State.ENDED_OTHERWISE)
                .orElse(State.IN_FORCE);
    }

    /** The lift after which nothing of it was left. */
    public Optional<RestrictionLifted> firstFullLift() {
        return lifts.stream().filter(RestrictionLifted::full).findFirst();
    }

    /** From imposed to this lift. */
    public Latency latencyTo(RestrictionLifted lift) {
        return Latency.between(imposed.head().date(), lift.head().date());
    }

    /**
     * From imposed to the first full lift. Without one it is censored: at this day while it is in force, at once where
     * nobody knows how long it held.
     */
    public Latency latency(LocalDate asOf) {
        return firstFullLift().map(this::latencyTo).orElseGet(() -> switch (state()) {
            case UNKNOWN, ENDED_OTHERWISE -> Latency.atLeast(0);
            default -> Latency.censored(imposed.head().date(), asOf);
        });
    }

    Restriction changed(RestrictionChanged entry) {
        return new Restriction(
                imposed, entry.measure().orElse(measure), entry.scope().orElse(scope), lifts);
    }

    Restriction lifted(RestrictionLifted entry) {
        Latency.between(imposed.head().date(), entry.head().date());
        return new Restriction(
                imposed,
                measure,
                scope,
                Stream.concat(lifts.stream(), Stream.of(entry)).toList());
    }
}

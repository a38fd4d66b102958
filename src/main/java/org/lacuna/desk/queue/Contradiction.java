package org.lacuna.desk.queue;

import java.util.Optional;
import org.lacuna.cases.Status;
import org.lacuna.observation.Told;
import org.lacuna.shared.Outcome;

/** Whether what the crawler confirmed and the status of a case can both be true. */
final class Contradiction {
    private Contradiction() {}

    /** What an editor should settle; empty if there is nothing. */
    static Optional<String> between(Status status, Told seen) {
        boolean there = seen.outcome() == Outcome.AVAILABLE;
        boolean inPlaces = seen.outcome() == Outcome.WITHHELD;
        boolean fits =
                switch (status) {
                    case RESTRICTED -> !there;
                    case PARTIALLY_RESTORED -> inPlaces;
                    case RESTORED -> there;
                    case ENDED_OTHERWISE -> !there;
                    case UNKNOWN -> false;
                };
        return fits
                ? Optional.empty()
                : Optional.of("the case says " + status.word() + ", the crawler saw it " + seen.words());
    }
}

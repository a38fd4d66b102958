package org.lacuna.fetch;

import java.time.Duration;

/** When a fetch has had its time. Measured by the timer that no change of the clock can move. */
final class Deadline {
    private final Duration total;
    /** Read by the watch of a browser while the visitor extends it. */
    private volatile long end;

    Deadline(Duration total) {
        this.total = total;
        this.end = System.nanoTime() + total.toNanos();
    }

    /** Time spent waiting for our turn is not the server's. */
    void extend(Duration waited) {
        end += waited.toNanos();
    }

    long remainingNanos() {
        return end - System.nanoTime();
    }

    boolean passed() {
        return remainingNanos() <= 0;
    }

    FetchFailure failure() {
        return new FetchFailure(
                NoAnswer.Reason.TIMED_OUT,
                "expected the whole answer within " + total.toSeconds() + " s, and it was not there");
    }
}

package org.lacuna.api.hooks;

import java.time.Duration;

/** There is no room for another subscription; the message says which room. */
final class TooManyHooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duration pause;

    private TooManyHooks(String message, Duration pause) {
        super(message, null, false, false);
        this.pause = pause;
    }

    /** There may be room as soon as hosts have answered. */
    static TooManyHooks forAMinute(String message) {
        return new TooManyHooks(message, Duration.ofMinutes(1));
    }

    /** There may be room when sign-ups are forgotten. */
    static TooManyHooks forAnHour(String message) {
        return new TooManyHooks(message, Duration.ofHours(1));
    }

    /** When it makes sense to ask again. */
    Duration pause() {
        return pause;
    }
}

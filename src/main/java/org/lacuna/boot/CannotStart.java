package org.lacuna.boot;

/** Why the process cannot start, in words for the person who started it: expected, found, where, what to do. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}

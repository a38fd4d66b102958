package org.lacuna.api.hooks;

/** There is no room for another subscription; the message says which room. */
final class TooManyHooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyHooks(String message) {
        super(message, null, false, false);
    }
}

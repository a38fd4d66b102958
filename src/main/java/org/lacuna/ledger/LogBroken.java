package org.lacuna.ledger;

/** The log's parts do not fit together: nothing is signed until a person has looked. The message says what was found. */
public final class LogBroken extends RuntimeException {
    LogBroken(String message) {
        super(message);
    }
}

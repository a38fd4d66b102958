package org.lacuna.evidence.copies;

/** A worker did not come up. It had not been given anything yet, so its words are those of the machine. */
final class NoWorker extends Exception {
    private static final long serialVersionUID = 1L;

    NoWorker(String message) {
        super(message);
    }
}

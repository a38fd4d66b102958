package org.lacuna.page;

/** Why the body of a request was not taken. */
public enum BodyRefused {
    /** It did not arrive in time, or too slowly; the limit is in seconds. */
    LATE(408, "Request Timeout"),
    /** It is longer than any page of ours needs; the limit is in bytes. */
    TOO_LONG(413, "Request Entity Too Large"),
    /** Others send too much at this moment; the limit is in seconds after which to try again. */
    BUSY(503, "Service Unavailable");

    static final int RETRY_AFTER_SECONDS = 60;

    private final int status;
    private final String phrase;

    BodyRefused(int status, String phrase) {
        this.status = status;
        this.phrase = phrase;
    }

    int status() {
        return status;
    }

    String phrase() {
        return phrase;
    }
}

package org.lacuna.fetch;

/** Carries the reason of a {@link NoAnswer} up to the fetcher, which makes a value of it. Never leaves the package. */
final class FetchFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final NoAnswer.Reason reason;

    FetchFailure(NoAnswer.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    NoAnswer.Reason reason() {
        return reason;
    }
}

package org.lacuna.platform;

import java.util.List;
import java.util.Optional;

/**
 * The HTTP status code (RFC 9110 §15) is one of these.
 *
 * @param codes three digits each, or {@link #UNKNOWN} for stored captures that do not say
 */
public record StatusIs(List<Integer> codes) implements Condition {
    /** What a capture without a recorded status has. An answer of our own always has one. */
    public static final int UNKNOWN = 0;

    public StatusIs {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.stream().anyMatch(code -> code != UNKNOWN && (code < 100 || code > 999))) {
            throw new IllegalArgumentException("expected HTTP status codes of three digits, found " + codes);
        }
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        if (!codes.contains(capture.status())) {
            return Optional.empty();
        }
        return Optional.of(capture.status() == UNKNOWN ? "the status is not known" : "status " + capture.status());
    }

    @Override
    public int cost() {
        return 0;
    }
}

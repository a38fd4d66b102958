package org.lacuna.platform;

import java.util.List;
import java.util.Optional;

/** The HTTP status code (RFC 9110 §15) is one of these. A capture whose status is not known never fits. */
public record StatusIs(List<Integer> codes) implements Condition {
    public StatusIs {
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.stream().anyMatch(code -> code < 100 || code > 999)) {
            throw new IllegalArgumentException("expected HTTP status codes of three digits, found " + codes);
        }
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return codes.contains(capture.status()) ? Optional.of("status " + capture.status()) : Optional.empty();
    }
}

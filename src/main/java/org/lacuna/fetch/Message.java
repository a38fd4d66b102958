package org.lacuna.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Something to send to an address that somebody gave us.
 *
 * @param to where
 * @param headers beyond what is always sent, by name
 * @param body JSON in UTF-8
 * @param total how long the whole exchange may take, the look-up of the name included
 * @param read the most bytes that are read of the answer's body; the rest is never asked for
 */
public record Message(URI to, Map<String, String> headers, byte[] body, Duration total, int read) {
    public Message {
        headers = Map.copyOf(headers);
        if (read < 0 || total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("expected some time and a cap that is not negative");
        }
    }
}

package org.lacuna.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * Somebody answered a message that we sent. Of what they said only the beginning was read.
 *
 * @param status three digits; a redirect is not followed
 * @param start of the body, up to the cap that the sender named, without content coding undone
 * @param pause how long the host asks to be left alone (RFC 9110 §10.2.3)
 */
public record Receipt(int status, byte[] start, Optional<Duration> pause) implements Posted {
    /** Whether they took it (RFC 9110 §15.3). */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}

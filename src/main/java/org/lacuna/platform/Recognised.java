package org.lacuna.platform;

import java.util.Optional;

/**
 * A URL read as a platform's subject.
 *
 * @param platform whose host it is
 * @param subject its kind and id there, if the platform's pattern fits
 */
public record Recognised(Platform platform, Optional<Subject> subject) {
    /** A subject as its platform names it. */
    public record Subject(String kind, String id) {}
}

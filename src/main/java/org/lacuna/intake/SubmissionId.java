package org.lacuna.intake;

import java.util.UUID;

/** A random id (RFC 9562, version 4): it says nothing about when or in which order. */
public record SubmissionId(UUID value) {
    public static SubmissionId draw() {
        return new SubmissionId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it is not a UUID */
    public static SubmissionId parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("expected the id of a submission, found '" + text + "'");
        }
        return new SubmissionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

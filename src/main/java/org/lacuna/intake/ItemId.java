package org.lacuna.intake;

import java.util.UUID;

/** A random id of something that belongs to a submission. */
public record ItemId(UUID value) {
    static ItemId draw() {
        return new ItemId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it is not a UUID */
    public static ItemId parse(String text) {
        return new ItemId(SubmissionId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

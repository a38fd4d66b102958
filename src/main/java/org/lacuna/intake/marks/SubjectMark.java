package org.lacuna.intake.marks;

import java.util.UUID;

/**
 * The keyed mark of a subject: 128 bits of an HMAC, the same for the same subject of the same platform however it was
 * written.
 */
public record SubjectMark(UUID value) {
    /** Shows nothing that a log could keep. */
    @Override
    public String toString() {
        return "the mark of a subject";
    }
}

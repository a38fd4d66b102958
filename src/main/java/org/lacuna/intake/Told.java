package org.lacuna.intake;

import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/**
 * What a person told us, in their own words; nothing of it is published by itself.
 *
 * @param platform id of a platform we know, as chosen or as recognised in the address
 * @param otherPlatform the name of another platform
 * @param subject the address or the name of what was hit
 * @param what what happened
 * @param since when it began, where the person knows
 */
public record Told(
        Optional<String> platform,
        Optional<String> otherPlatform,
        String subject,
        String what,
        Optional<EdtfDate> since) {
    public Told {
        if (subject.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException("expected what was hit and what happened, found only blanks");
        }
    }

    /** Says nothing: a log must never hold what a person wrote. */
    @Override
    public String toString() {
        return "what a person told us";
    }
}

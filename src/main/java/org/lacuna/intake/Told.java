package org.lacuna.intake;

import java.util.List;
import java.util.Optional;
import org.lacuna.shared.EdtfDate;

/**
 * What a person told us, in their own words; nothing of it is published by itself.
 *
 * @param what what happened
 * @param platform id of a platform we know, as chosen or as recognised in the address
 * @param otherPlatform the name of another platform
 * @param subject the address or the name of what was hit
 * @param since when it began, where the person knows
 * @param lasts whether it still holds
 * @param platformSaid the platform's own words, as pasted
 * @param explanations words of {@link Explained}, as the person understood the platform
 * @param appealed whether they appealed
 * @param appealOutcome what came of it
 * @param pressures what else happened to the person
 * @param pressureText the same in their words
 * @param language of the form, a BCP 47 tag, in which they are answered
 */
public record Told(
        String what,
        Optional<String> platform,
        Optional<String> otherPlatform,
        String subject,
        Optional<EdtfDate> since,
        Answer lasts,
        Optional<String> platformSaid,
        List<Explained> explanations,
        Answer appealed,
        Optional<String> appealOutcome,
        List<Pressed> pressures,
        Optional<String> pressureText,
        String language) {
    public Told {
        if (subject.isBlank() || what.isBlank()) {
            throw new IllegalArgumentException("expected what was hit and what happened, found only blanks");
        }
        explanations = List.copyOf(explanations);
        pressures = List.copyOf(pressures);
    }

    /** Says nothing: a log must never hold what a person wrote. */
    @Override
    public String toString() {
        return "what a person told us";
    }
}

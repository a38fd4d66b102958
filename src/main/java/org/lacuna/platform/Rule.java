package org.lacuna.platform;

import java.util.Optional;
import org.lacuna.shared.Outcome;

/**
 * One detection rule.
 *
 * @param name {@code id#n}, from 1
 * @param says the outcome if it fits
 * @param when what must hold
 */
public record Rule(String name, Outcome says, Condition when) {
    /** Why this rule fits the capture, for a person; empty if it does not fit. */
    public Optional<String> fits(Capture capture) {
        return when.heldBy(capture);
    }
}

package org.lacuna.intake.page;

import org.lacuna.intake.SubmissionKey;

/**
 * A person in their own report.
 *
 * @param token by which the next request finds it, in a hidden field
 */
record Visit(Say say, String token, SubmissionKey key) {
    @Override
    public String toString() {
        return "a visit";
    }
}

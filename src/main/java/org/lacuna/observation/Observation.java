package org.lacuna.observation;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * One look at one subject.
 *
 * @param subject the subject's id on the platform
 * @param url the page that was asked for
 * @param seen when the answer was complete, or when we gave up
 * @param rule the rule that fitted, such as {@code youtube#3}
 * @param why one sentence for a person
 * @param definition digest of the definition that read the answer
 * @param engine version of Lacuna
 * @param evidence the exchange; there is one exactly if there was an answer
 * @param identity the platform's own number for the subject, where the answer shows one; it outlasts a change of name
 */
public record Observation(
        String platform,
        String subject,
        URI url,
        Instant seen,
        Outcome outcome,
        Optional<String> rule,
        String why,
        Vantage vantage,
        Digest definition,
        String engine,
        Optional<Digest> evidence,
        ControlState control,
        Optional<String> identity) {
    public Observation {
        if (platform.isBlank() || subject.isBlank() || why.isBlank() || engine.isBlank()) {
            throw new IllegalArgumentException("expected a platform, a subject, a reason and an engine, found a blank");
        }
        if ((outcome == Outcome.NO_ANSWER) == evidence.isPresent()) {
            throw new IllegalArgumentException("expected evidence exactly where there was an answer, found outcome "
                    + outcome.word() + (evidence.isPresent() ? " with" : " without") + " evidence");
        }
    }

    /** The subject that was looked at. */
    public SubjectId id() {
        return new SubjectId(platform, subject);
    }

    /** Whether this look says something about the subject, rather than about our visit or our reader. */
    public boolean counts() {
        return outcome.conclusive() && control == ControlState.ALIVE;
    }
}

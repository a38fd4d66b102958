package org.lacuna.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Outcome;

/** What is watched at the moment, and how that goes. Whoever watches answers; whoever publishes asks. */
public interface WatchedSubjects {
    /** How a platform is watched from each vantage; empty if it is not. */
    List<From> of(String platform);

    /** How one subject is watched from each vantage; empty if it is not. */
    List<Watch> of(SubjectId subject);

    /**
     * A platform as watched from one vantage.
     *
     * @param subjects how many are watched, the control not counted
     * @param lastLook when one of them was looked at last
     * @param lastSuccess when one of them was looked at last and the answer said something about it
     * @param control what the control showed last
     * @param controlSeen when that was
     */
    record From(
            Vantage vantage,
            long subjects,
            Optional<Instant> lastLook,
            Optional<Instant> lastSuccess,
            Optional<Outcome> control,
            Optional<Instant> controlSeen) {}

    /**
     * A subject as watched from one vantage.
     *
     * @param caseSlug the case it belongs to, public or not; empty if it is on the watch list without one
     * @param saw what the last look showed
     * @param seen when that was
     */
    record Watch(Vantage vantage, Optional<String> caseSlug, Optional<Outcome> saw, Optional<Instant> seen) {}
}

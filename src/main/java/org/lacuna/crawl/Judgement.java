package org.lacuna.crawl;

import java.time.Duration;
import org.lacuna.observation.Conclusion;

/** What several looks at one subject amount to. */
sealed interface Judgement {
    /** Why, in one sentence for a person. */
    String reason();

    /** Whether it is a change in the world, rather than a first conclusion or none. */
    default boolean isChange() {
        return this instanceof Concluded concluded
                && concluded.conclusion().before().isPresent();
    }

    /** Nothing new is concluded. */
    record Nothing(String reason) implements Judgement {}

    /**
     * Looks agree on something new, but there are not enough of them yet.
     *
     * @param recheck when the next look is worth while
     */
    record Pending(String reason, Duration recheck) implements Judgement {}

    /** Enough looks agree. */
    record Concluded(String reason, Conclusion conclusion) implements Judgement {}
}

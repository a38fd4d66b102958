package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;

/** Makes an edition a row of the change feed, in the transaction of the caller. */
@ApplicationScoped
public class PublishEdition {
    private static final String CREATED = "created";

    private final DocumentStore store;
    private final Clock clock;

    PublishEdition(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the number of the change */
    public long published(BiFunction<Instant, Long, PublicEdition> edition) {
        return write(edition, CREATED);
    }

    /** @return the number of the change */
    public long ended(BiFunction<Instant, Long, PublicEdition> edition) {
        return write(edition, "retracted");
    }

    private long write(BiFunction<Instant, Long, PublicEdition> edition, String action) {
        store.lock();
        long sequence = store.lastSequence() + 1;
        store.write(new Version(
                edition.apply(clock.instant().truncatedTo(ChronoUnit.MILLIS), sequence),
                action,
                action.equals(CREATED),
                ""));
        return sequence;
    }
}

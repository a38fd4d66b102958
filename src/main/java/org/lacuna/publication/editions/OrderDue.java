package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Orders what the clocks of reports say is due. Any number of nodes may do so at once: each edition is ordered once. */
@ApplicationScoped
public class OrderDue {
    private final WriteQueries write;
    private final Clock clock;

    OrderDue(WriteQueries write, Clock clock) {
        this.write = write;
        this.clock = clock;
    }

    /**
     * Orders an edition of a report if one has been due since its clock was read last; of several that were missed only the
     * last one. It tells the day before, which is over everywhere by UTC.
     *
     * @param next the next moment after this one at which an edition is due, if there is any
     * @return whether one was ordered now
     */
    @Transactional
    public boolean order(String report, Function<Instant, Optional<Instant>> next) {
        Instant now = clock.instant();
        Optional<Instant> due = Optional.empty();
        Optional<Instant> each = next.apply(write.clock(report, now));
        while (each.isPresent() && !each.get().isAfter(now)) {
            due = each;
            each = next.apply(each.get());
        }
        return due.map(at -> {
                    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1);
                    boolean ordered = write.order(
                            new EditionOrder(report, day, Optional.of(at), Optional.empty(), Optional.empty()), now);
                    write.clockRead(report, at);
                    return ordered;
                })
                .orElse(false);
    }
}

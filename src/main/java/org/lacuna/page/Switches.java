package org.lacuna.page;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How the switches stand, as every node sees it two seconds after one was turned at the latest. */
@ApplicationScoped
@Named("switches")
public class Switches {
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(2);

    private final SwitchQueries queries;
    private final Clock clock;
    private volatile Seen seen = UNREAD;

    Switches(SwitchQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    private static final Seen UNREAD = new Seen(Set.of(), Instant.EPOCH);

    private record Seen(Set<Switch> on, Instant until) {}

    /**
     * One turn of a switch.
     *
     * @param who an editor's name, or {@code console}
     */
    public record Turn(Switch which, boolean on, String why, String who, Instant at) {}

    /** Whether it is on. */
    public boolean on(Switch one) {
        return now().contains(one);
    }

    /** What a reader of any page is told, as keys of its text. That the desk is closed is told at the desk alone. */
    public List<String> notices() {
        return Stream.of(Switch.READ_ONLY, Switch.NO_INTAKE)
                .filter(now()::contains)
                .map(which -> "notice." + which.word())
                .toList();
    }

    /** For the pages of the desk that are answered all the same. */
    public boolean deskClosed() {
        return on(Switch.NO_DESK);
    }

    /** The latest turns, newest first. */
    public List<Turn> latest(int most) {
        return queries.latest(most);
    }

    /**
     * Turns a switch, for all nodes.
     *
     * @param why in words; an empty reason is refused by the database
     * @param who an editor's name, or {@code console}
     */
    @Transactional
    public void turn(Switch one, boolean on, String why, String who) {
        queries.turn(one, on, why, who);
        seen = UNREAD;
    }

    private Set<Switch> now() {
        Instant now = clock.instant();
        Seen known = seen;
        boolean stands =
                now.isBefore(known.until()) && !now.isBefore(known.until().minus(BELIEVED_FOR));
        // An error page may be written where nobody may wait for the database; it shows what was known.
        if (!stands && BlockingOperationControl.isBlockingAllowed()) {
            known = new Seen(queries.on(), now.plus(BELIEVED_FOR));
            seen = known;
        }
        return known.on();
    }
}

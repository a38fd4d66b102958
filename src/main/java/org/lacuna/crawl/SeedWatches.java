package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Watchlist;

/** Sees to it that every line of the watch list and every control is watched. May run at any start, on any node. */
@ApplicationScoped
class SeedWatches {
    private final Platforms platforms;
    private final Watchlist watchlist;
    private final WatchQueries watches;
    private final Clock clock;

    SeedWatches(Platforms platforms, Watchlist watchlist, WatchQueries watches, Clock clock) {
        this.platforms = platforms;
        this.watchlist = watchlist;
        this.watches = watches;
        this.clock = clock;
    }

    @Transactional
    void seed() {
        platforms.all().forEach(this::watchControl);
        watchlist
                .entries()
                .forEach(entry -> watches.add(
                        entry.platform().id(),
                        entry.subject().id(),
                        entry.url(),
                        Lease.Kind.WATCH,
                        entry.caseSlug(),
                        clock.instant()));
    }

    void watchControl(Platform platform) {
        platform.fetch().ifPresent(plan -> platform.control()
                .ifPresent(control -> watches.add(
                        platform.id(),
                        control.id(),
                        plan.pageOf(control.id()),
                        Lease.Kind.CONTROL,
                        Optional.empty(),
                        clock.instant())));
    }
}

package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Watchlist;

/** Sees to it that every line of the watch list and every control is watched from everywhere. May run at any start, on any node. */
@ApplicationScoped
class SeedWatches {
    private final Platforms platforms;
    private final Watchlist watchlist;
    private final WatchQueries watches;
    private final Vantages vantages;
    private final Clock clock;

    SeedWatches(Platforms platforms, Watchlist watchlist, WatchQueries watches, Vantages vantages, Clock clock) {
        this.platforms = platforms;
        this.watchlist = watchlist;
        this.watches = watches;
        this.vantages = vantages;
        this.clock = clock;
    }

    @Transactional
    void seed() {
        watches.spread(from());
        platforms.all().forEach(this::watchControl);
        watchlist
                .entries()
                .forEach(entry ->
                        watch(entry.platform(), entry.subject().id(), entry.url(), entry.caseSlug(), Duration.ZERO));
    }

    @Transactional
    void watchControl(Platform platform) {
        platform.fetch().ifPresent(plan -> platform.control().ifPresent(control -> {
            URI page = plan.pageOf(control.id());
            watches.add(
                    new WatchQueries.Wanted(
                            new SubjectId(platform.id(), control.id()),
                            page,
                            page,
                            Check.Kind.CONTROL,
                            Optional.empty()),
                    from(),
                    clock.instant(),
                    Duration.ZERO);
        }));
    }

    /** Watches a subject of a platform whose pages are fetched. */
    void watch(Platform platform, String subject, URI url, Optional<String> caseSlug, Duration in) {
        watches.add(
                new WatchQueries.Wanted(
                        new SubjectId(platform.id(), subject),
                        url,
                        platform.fetch().orElseThrow().pageOf(subject),
                        Check.Kind.WATCH,
                        caseSlug),
                from(),
                clock.instant(),
                in);
    }

    private Collection<Vantage> from() {
        return vantages.all().stream().map(Vantages.Ready::vantage).toList();
    }
}

package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import org.lacuna.observation.WatchWanted;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;

/**
 * Begins to watch what an editor wants watched, if we know how to look at it. When the first look comes is decided by
 * chance over many hours, so that the platform cannot tell from our visit that somebody has just written to us.
 */
@ApplicationScoped
class WatchReported {
    private final Platforms platforms;
    private final SeedWatches seeding;
    private final CrawlSettings settings;
    private final SecureRandom chance = new SecureRandom();

    WatchReported(Platforms platforms, SeedWatches seeding, CrawlSettings settings) {
        this.platforms = platforms;
        this.seeding = seeding;
        this.settings = settings;
    }

    void watch(@Observes WatchWanted wanted) {
        platforms
                .recognise(wanted.url())
                .filter(found -> found.platform().fetch().isPresent())
                .ifPresent(found -> found.subject().ifPresent(subject -> watch(found, subject, wanted)));
    }

    /** An address that leads to no page is not watched, and must not keep the editor from publishing. */
    private static boolean hasPage(Recognised found, Recognised.Subject subject) {
        try {
            WatchQueries.host(found.platform().fetch().orElseThrow().pageOf(subject.id()));
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void watch(Recognised found, Recognised.Subject subject, WatchWanted wanted) {
        long least = settings.discreetFrom().toMillis();
        long most = Math.max(least + 1, settings.discreetTo().toMillis());
        Duration in = Duration.ofMillis(least + (long) (chance.nextDouble() * (most - least)));
        if (hasPage(found, subject)) {
            seeding.watch(found.platform(), subject.id(), wanted.url(), wanted.caseSlug(), in);
        }
    }
}

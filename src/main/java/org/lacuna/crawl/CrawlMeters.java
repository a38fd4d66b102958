package org.lacuna.crawl;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Outcome;

/** Counts for operators. Labels name platforms, never pages or people. */
@ApplicationScoped
class CrawlMeters {
    private static final String PLATFORM = "platform";
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> due = new ConcurrentHashMap<>();
    private final AtomicLong openAlerts;

    CrawlMeters(MeterRegistry meters) {
        this.meters = meters;
        this.openAlerts = meters.gauge("lacuna.definition.alerts", new AtomicLong());
    }

    void done(Platform platform, Outcome outcome) {
        meters.counter("lacuna.checks.done", PLATFORM, platform.id(), "outcome", outcome.word())
                .increment();
    }

    void late(Platform platform) {
        meters.counter("lacuna.checks.late", PLATFORM, platform.id()).increment();
    }

    void fencedOut(Platform platform) {
        meters.counter("lacuna.checks.fenced.out", PLATFORM, platform.id()).increment();
    }

    /** A failure of ours: nothing was recorded. */
    void broken(Platform platform) {
        meters.counter("lacuna.checks.broken", PLATFORM, platform.id()).increment();
    }

    void controlFailed(Platform platform) {
        meters.counter("lacuna.controls.failed", PLATFORM, platform.id()).increment();
    }

    void confirmed(Platform platform, Outcome outcome) {
        meters.counter("lacuna.changes.confirmed", PLATFORM, platform.id(), "outcome", outcome.word())
                .increment();
    }

    /** Times how long it takes to lease lanes. */
    <T> T leasing(Supplier<T> lease) {
        return meters.timer("lacuna.lease").record(lease);
    }

    void due(Map<String, Long> byPlatform) {
        byPlatform.forEach(
                (platform, checks) -> gauge("lacuna.checks.due", platform).set(checks));
        due.keySet().stream()
                .filter(platform -> !byPlatform.containsKey(platform))
                .forEach(platform -> due.get(platform).set(0));
    }

    void alerts(long open) {
        openAlerts.set(open);
    }

    private AtomicLong gauge(String name, String platform) {
        return due.computeIfAbsent(
                platform, id -> meters.gauge(name, List.of(Tag.of(PLATFORM, id)), new AtomicLong(), AtomicLong::get));
    }
}

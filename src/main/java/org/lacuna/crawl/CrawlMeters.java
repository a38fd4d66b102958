package org.lacuna.crawl;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Outcome;

/** Counts for operators. Labels name platforms, never pages or people. */
@ApplicationScoped
class CrawlMeters {
    private static final String PLATFORM = "platform";
    private final MeterRegistry meters;

    CrawlMeters(MeterRegistry meters) {
        this.meters = meters;
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
}

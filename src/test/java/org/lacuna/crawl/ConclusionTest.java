package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** When several looks become a conclusion, and when they must not. */
@QuarkusTest
class ConclusionTest {
    @Inject
    WatchedSite site;

    @Inject
    RecordCheck recording;

    @Inject
    ObservationQueries observations;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Heard heard;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        heard.refuse(false);
        site.close();
    }

    @Test
    void a_loss_seen_three_times_over_six_hours_is_confirmed_once_and_told() {
        nearlyGone();
        Instant before = clock.instant();
        assertThat(site.look()).isEqualTo(2);
        assertThat(heard.of(site.platform())).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo(site.subject());
            assertThat(change.caseSlug()).contains("ana-2026");
            assertThat(change.from()).isEqualTo(Outcome.AVAILABLE);
            assertThat(change.to()).isEqualTo(Outcome.SUSPENDED);
            assertThat(hours(change.lastSeenBefore(), before)).isEqualTo(27);
            assertThat(hours(change.firstSeenNow(), before)).isEqualTo(7);
            assertThat(change.confirmedAt()).isAfterOrEqualTo(before);
            assertThat(change.vantages()).containsExactly(WatchedSite.HERE);
            assertThat(change.evidence()).hasSize(3);
        });
        assertThat(site.judged()).startsWith("3 of 3 looks agree on suspended over 7 h");
        site.lookAgain();
        assertThat(heard.of(site.platform())).hasSize(1);
        assertThat(site.judged()).isEqualTo("It still is suspended.");
    }

    @Test
    void beside_a_dead_control_nothing_is_concluded_and_the_reason_is_kept() {
        nearlyGone();
        site.origin().html("/control", "<p class=gone>gone</p>");
        site.look();
        assertThat(site.latest().control()).isEqualTo(ControlState.FAILED);
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(site.judged()).contains("nothing is concluded: the control was not alive (failed)");
        assertThat(meters.counter("lacuna.controls.failed", site.labels()).count())
                .isEqualTo(1);
    }

    @Test
    void a_definition_that_reads_the_old_page_differently_changes_nothing_in_the_world() {
        site.look();
        Digest old = site.latest().evidence().orElseThrow();
        site.conclude(Outcome.AVAILABLE, 0);
        // from now on the same page is read as gone: that is our doing, not the platform's
        Platform edited = site.edited("never", "alive");
        site.due();
        site.past(edited, Outcome.SUSPENDED, -1, old);
        site.past(edited, Outcome.SUSPENDED, -4, old);
        Look look = site.seen(edited, Outcome.SUSPENDED, clock.instant().plus(Duration.ofHours(8)), old);
        assertThat(recording.record(site.leaseOfSubject("node-1"), edited, look, WatchedSite.HERE, ControlState.ALIVE))
                .isTrue();
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(site.judged()).contains("no change in the world");
        assertThat(standing()).isEqualTo(Outcome.SUSPENDED);
    }

    @Test
    void when_an_observer_of_the_change_fails_nothing_of_it_is_recorded_and_the_check_is_due_again() {
        nearlyGone();
        int before = site.all().size();
        heard.refuse(true);
        assertThat(site.look()).as("the control alone").isEqualTo(1);
        assertThat(site.all()).hasSize(before);
        assertThat(standing()).isEqualTo(Outcome.AVAILABLE);
        heard.refuse(false);
        assertThat(site.lookAgain()).isEqualTo(1);
        assertThat(heard.of(site.platform())).hasSize(1);
    }

    /** It was there for days, then gone twice; the next look is the third. */
    private void nearlyGone() {
        site.past(Outcome.AVAILABLE, 30, 27);
        site.conclude(Outcome.AVAILABLE, 30);
        site.past(Outcome.SUSPENDED, 7, 4);
        site.origin().html("/ana", "<p class=gone>This account is gone</p>");
    }

    private Outcome standing() {
        return observations
                .standing(site.platform().id(), site.subject())
                .orElseThrow()
                .outcome();
    }

    private static long hours(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMinutes() / 60.0);
    }
}

package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Standing;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** When several looks become a conclusion, and when they must not. */
@QuarkusTest
class ConclusionTest {
    private static final Vantage TURKEY = Vantage.direct(Optional.of("TR"));

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
        heard.spoilTheCommit(false);
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
            assertThat(change.vantage()).isEqualTo(WatchedSite.HERE);
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
                .isPresent();
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(site.judged()).contains("no change in the world");
        assertThat(standing(WatchedSite.HERE)).contains(Outcome.SUSPENDED);
    }

    @Test
    void when_an_observer_of_the_change_fails_nothing_of_it_is_recorded_and_the_check_is_due_again() {
        nearlyGone();
        int before = site.all().size();
        heard.refuse(true);
        assertThat(site.look()).as("the control alone").isEqualTo(1);
        assertThat(site.all()).hasSize(before);
        assertThat(standing(WatchedSite.HERE)).contains(Outcome.AVAILABLE);
        heard.refuse(false);
        assertThat(site.lookAgain()).isEqualTo(1);
        assertThat(heard.of(site.platform())).hasSize(1);
    }

    @Test
    void when_only_the_vantage_moves_nothing_is_told() {
        look(WatchedSite.HERE, Outcome.AVAILABLE, 40, 37);
        look(TURKEY, Outcome.WITHHELD, 30, 27, 24, 21);
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(standing(WatchedSite.HERE)).contains(Outcome.AVAILABLE);
        assertThat(standing(TURKEY)).contains(Outcome.WITHHELD);
    }

    @Test
    void two_nodes_in_two_countries_do_not_contradict_each_other_for_ever() {
        for (int hours = 120; hours > 24; hours -= 24) {
            look(TURKEY, Outcome.WITHHELD, hours, hours - 3, hours - 6);
            look(WatchedSite.HERE, Outcome.AVAILABLE, hours - 9, hours - 12, hours - 15);
        }
        assertThat(heard.of(site.platform())).isEmpty();
    }

    @Test
    void a_return_seen_from_one_vantage_is_told_of_that_vantage_alone() {
        look(WatchedSite.HERE, Outcome.AVAILABLE, 41, 38, 35, 2);
        look(TURKEY, Outcome.WITHHELD, 40, 37, 34);
        look(TURKEY, Outcome.AVAILABLE, 12, 9);
        assertThat(heard.of(site.platform())).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo(Outcome.WITHHELD);
            assertThat(change.to()).isEqualTo(Outcome.AVAILABLE);
            assertThat(change.vantage()).isEqualTo(TURKEY);
            assertThat(hours(change.lastSeenBefore(), clock.instant())).isEqualTo(34);
            assertThat(hours(change.firstSeenNow(), clock.instant())).isEqualTo(12);
        });
    }

    @Test
    void a_change_is_counted_only_when_it_is_recorded_for_good() {
        nearlyGone();
        heard.spoilTheCommit(true);
        assertThat(site.look()).as("the control alone").isEqualTo(1);
        assertThat(standing(WatchedSite.HERE)).contains(Outcome.AVAILABLE);
        assertThat(confirmed()).isZero();
        heard.spoilTheCommit(false);
        assertThat(site.lookAgain()).isEqualTo(1);
        assertThat(confirmed()).isEqualTo(1);
    }

    private double confirmed() {
        return meters.counter("lacuna.changes.confirmed", site.labels("outcome", "suspended"))
                .count();
    }

    /** Records looks from a vantage, beside a live control there. */
    private void look(Vantage from, Outcome outcome, int... hoursAgo) {
        for (int hours : hoursAgo) {
            site.due();
            Instant at = clock.instant().minus(Duration.ofHours(hours));
            Look look = site.seen(site.platform(), outcome, at, Digest.of(from.word() + at));
            recording.record(site.leaseOfSubject("node-1"), site.platform(), look, from, ControlState.ALIVE);
        }
    }

    /** It was there for days, then gone twice; the next look is the third. */
    private void nearlyGone() {
        site.past(Outcome.AVAILABLE, 30, 27);
        site.conclude(Outcome.AVAILABLE, 30);
        site.past(Outcome.SUSPENDED, 7, 4);
        site.origin().html("/ana", "<p class=gone>This account is gone</p>");
    }

    private Optional<Outcome> standing(Vantage from) {
        return observations.standing(site.platform().id(), site.subject(), from).map(Standing::outcome);
    }

    private static long hours(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMinutes() / 60.0);
    }
}

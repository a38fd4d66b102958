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
import org.lacuna.observation.AlertKind;
import org.lacuna.observation.ConclusionQueries;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.observation.Standing;
import org.lacuna.observation.SubjectId;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** When several looks become a conclusion, and when they must not. */
@QuarkusTest
class ConclusionTest {
    private static final Vantage GERMANY = Vantage.direct(Optional.of("DE"));
    private static final Vantage TURKEY = Vantage.direct(Optional.of("TR"));

    @Inject
    WatchedSite site;

    @Inject
    ConclusionQueries conclusions;

    @Inject
    DefinitionAlerts alerts;

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
            assertThat(change.subject().subject()).isEqualTo(site.subject());
            assertThat(change.caseSlug()).contains("ana-2026");
            assertThat(change.from().outcome()).isEqualTo(Outcome.AVAILABLE);
            assertThat(change.to().outcome()).isEqualTo(Outcome.SUSPENDED);
            assertThat(hours(change.to().lastSeenBefore().orElseThrow(), before))
                    .isEqualTo(27);
            assertThat(hours(change.to().firstSeenNow(), before)).isEqualTo(7);
            assertThat(change.confirmedAt()).isAfterOrEqualTo(before);
            assertThat(change.to().vantages()).containsExactly(WatchedSite.HERE);
            assertThat(change.to().evidence()).hasSize(3);
        });
        assertThat(site.judged()).startsWith("3 of 3 looks agree on suspended over 7 h");
        site.lookAgain();
        assertThat(heard.of(site.platform())).hasSize(1);
        assertThat(site.judged()).isEqualTo("It still is suspended.");
    }

    @Test
    void while_most_subjects_are_unclear_no_loss_is_concluded_and_afterwards_it_is() {
        nearlyGone();
        alerts.set(site.platform().id(), WatchedSite.HERE, AlertKind.MOSTLY_UNCLEAR, true, "A test says so.");
        site.look();
        assertThat(heard.of(site.platform())).isEmpty();
        assertThat(site.judged()).startsWith("Most subjects of the platform are read as unclear from here");
        alerts.set(site.platform().id(), WatchedSite.HERE, AlertKind.MOSTLY_UNCLEAR, false, "A test says so.");
        site.lookAgain();
        assertThat(heard.of(site.platform())).hasSize(1);
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
        Look look = site.seen(edited, Outcome.SUSPENDED, clock.instant().plus(Duration.ofHours(8)));
        assertThat(site.record(Optional.empty(), edited, WatchedSite.HERE, look, old))
                .isTrue();
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
    void two_vantages_that_see_different_things_are_told_of_once_and_not_for_ever() {
        look(GERMANY, Outcome.AVAILABLE, 150, 147, 144);
        for (int hours = 120; hours > 24; hours -= 24) {
            look(TURKEY, Outcome.NOT_FOUND, hours, hours - 3, hours - 6);
            look(GERMANY, Outcome.AVAILABLE, hours - 7, hours - 9, hours - 12);
        }
        assertThat(heard.of(site.platform())).singleElement().satisfies(change -> {
            assertThat(change.to().outcome()).isEqualTo(Outcome.WITHHELD);
            assertThat(change.to().scope()).containsExactly("TR");
            assertThat(change.to().vantages()).containsExactly(TURKEY);
            assertThat(change.to().availableFrom()).containsExactly(GERMANY);
            assertThat(change.to().lastSeenBefore())
                    .as("nobody had seen it from there")
                    .isEmpty();
        });
    }

    @Test
    void where_no_country_is_known_a_difference_is_not_called_a_geo_block() {
        look(WatchedSite.HERE, Outcome.AVAILABLE, 150, 147, 144);
        for (int hours = 120; hours > 24; hours -= 24) {
            look(TURKEY, Outcome.WITHHELD, hours, hours - 3, hours - 6);
            look(WatchedSite.HERE, Outcome.AVAILABLE, hours - 9, hours - 12, hours - 15);
        }
        assertThat(heard.of(site.platform())).isEmpty();
    }

    @Test
    void a_geo_block_that_ends_is_told_with_the_day_on_which_the_last_country_saw_it_again() {
        look(GERMANY, Outcome.AVAILABLE, 41, 38);
        look(TURKEY, Outcome.NOT_FOUND, 40, 37, 34);
        look(GERMANY, Outcome.AVAILABLE, 33, 12);
        look(TURKEY, Outcome.AVAILABLE, 11, 9);
        assertThat(heard.of(site.platform())).hasSize(2);
        assertThat(heard.of(site.platform()).get(1)).satisfies(change -> {
            assertThat(change.from().words()).isEqualTo("withheld in TR");
            assertThat(change.to().words()).isEqualTo("available");
            assertThat(hours(change.to().lastSeenBefore().orElseThrow(), clock.instant()))
                    .isEqualTo(34);
            assertThat(hours(change.to().firstSeenNow(), clock.instant())).isEqualTo(11);
        });
    }

    @Test
    void a_loss_that_reaches_one_country_after_the_other_is_told_once_as_a_loss() {
        look(GERMANY, Outcome.AVAILABLE, 60, 57);
        look(TURKEY, Outcome.AVAILABLE, 59, 56);
        look(GERMANY, Outcome.SUSPENDED, 50, 47);
        look(TURKEY, Outcome.SUSPENDED, 49, 46);
        look(GERMANY, Outcome.SUSPENDED, 44);
        assertThat(heard.of(site.platform()))
                .as("the other may be about to follow")
                .isEmpty();
        look(TURKEY, Outcome.SUSPENDED, 43);
        assertThat(heard.of(site.platform())).singleElement().satisfies(change -> {
            assertThat(change.to().words()).isEqualTo("suspended");
            assertThat(change.to().vantages()).containsExactlyInAnyOrder(GERMANY, TURKEY);
            assertThat(hours(change.to().firstSeenNow(), clock.instant())).isEqualTo(50);
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
            Instant at = clock.instant().minus(Duration.ofHours(hours));
            Look look = site.seen(site.platform(), outcome, at);
            site.record(Optional.empty(), site.platform(), from, look, Digest.of(from.word() + at));
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
        return conclusions
                .standing(new SubjectId(site.platform().id(), site.subject()), from)
                .map(Standing::outcome);
    }

    private static long hours(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMinutes() / 60.0);
    }
}

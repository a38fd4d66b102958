package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.Place;
import org.lacuna.observation.Standing;
import org.lacuna.observation.Told;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** What several vantages show together, and when that must not be concluded. */
class WorldTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final String OLD = "old definition";
    private static final String NEW = "new definition";

    private final World world = new World(Duration.ofDays(1));

    @Test
    void what_every_vantage_shows_is_what_it_is() {
        assertThat(judge(there("DE", 30, 1), there("TR", 30, 2)))
                .map(World.Verdict::told)
                .satisfies(told -> {
                    assertThat(told.orElseThrow().outcome()).isEqualTo(Outcome.AVAILABLE);
                    assertThat(told.orElseThrow().scope()).isEmpty();
                });
    }

    @Test
    void lost_in_one_country_and_seen_from_another_since_then_is_withheld_there() {
        Told told = told(lost("TR", Outcome.NOT_FOUND, 8, 1), there("DE", 100, 2), there("US", 100, 3));
        assertThat(told.outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(told.scope()).containsExactly("TR");
        assertThat(told.vantages()).extracting(Vantage::word).containsExactly("TR/direct");
        assertThat(told.availableFrom()).extracting(Vantage::word).containsExactly("DE/direct", "US/direct");
    }

    @Test
    void several_countries_may_lose_it_in_different_words() {
        assertThat(told(lost("TR", Outcome.NOT_FOUND, 9, 1), lost("RU", Outcome.WITHHELD, 8, 1), there("DE", 100, 2))
                        .scope())
                .containsExactly("RU", "TR");
    }

    @Test
    void a_vantage_that_has_not_looked_since_the_loss_does_not_make_it_a_geo_block() {
        assertThat(judge(lost("TR", Outcome.SUSPENDED, 8, 1), there("DE", 100, 9)))
                .isEmpty();
    }

    @Test
    void a_vantage_that_is_turning_is_waited_for() {
        Place turning = new Place(
                country("DE"), standing(Outcome.AVAILABLE, 100, 9, NEW, Optional.empty()), Outcome.SUSPENDED, ago(1));
        assertThat(judge(lost("TR", Outcome.SUSPENDED, 8, 1), turning)).isEmpty();
    }

    @Test
    void a_vantage_that_has_been_silent_for_longer_than_the_window_plays_no_part() {
        assertThat(told(lost("TR", Outcome.SUSPENDED, 8, 1), there("DE", 100, 25))
                        .words())
                .isEqualTo("suspended");
    }

    @Test
    void two_vantages_of_one_country_that_disagree_prove_nothing() {
        Place other = new Place(
                new Vantage(Optional.of("TR"), Vantage.Route.SOCKS),
                standing(Outcome.NOT_FOUND, 8, 1, NEW, Optional.empty()),
                Outcome.NOT_FOUND,
                ago(1));
        assertThat(judge(there("TR", 100, 1), other)).isEmpty();
    }

    @Test
    void where_a_country_is_not_known_nothing_is_called_a_geo_block() {
        Place nowhere = new Place(
                Vantage.direct(Optional.empty()),
                standing(Outcome.AVAILABLE, 100, 1, NEW, Optional.empty()),
                Outcome.AVAILABLE,
                ago(1));
        assertThat(judge(lost("TR", Outcome.NOT_FOUND, 8, 1), nowhere)).isEmpty();
    }

    @Test
    void what_the_owner_hid_is_no_geo_block() {
        assertThat(judge(lost("TR", Outcome.PRIVATE, 8, 1), there("DE", 100, 1)))
                .isEmpty();
        assertThat(judge(lost("TR", Outcome.OWNER_REMOVED, 8, 1), there("DE", 100, 1)))
                .isEmpty();
    }

    @Test
    void looks_read_with_two_definitions_are_not_compared() {
        Place old = new Place(
                country("DE"), standing(Outcome.AVAILABLE, 100, 1, OLD, Optional.empty()), Outcome.AVAILABLE, ago(1));
        assertThat(judge(lost("TR", Outcome.NOT_FOUND, 8, 1), old)).isEmpty();
    }

    @Test
    void losses_read_in_different_words_everywhere_are_not_decided() {
        assertThat(judge(lost("TR", Outcome.NOT_FOUND, 8, 1), lost("DE", Outcome.SUSPENDED, 8, 1)))
                .isEmpty();
    }

    @Test
    void a_vantage_that_only_begins_to_look_has_seen_nothing_change() {
        Optional<World.Verdict> verdict =
                world.judge(List.of(lost("TR", Outcome.SUSPENDED, 8, 1)), Optional.of(before(Outcome.AVAILABLE)), NOW);
        assertThat(verdict).map(World.Verdict::isChange).contains(false);
    }

    @Test
    void a_vantage_that_saw_it_turn_tells_of_a_change() {
        Place turned = new Place(
                country("TR"), standing(Outcome.SUSPENDED, 8, 1, NEW, Optional.of(ago(11))), Outcome.SUSPENDED, ago(1));
        Optional<World.Verdict> verdict = world.judge(List.of(turned), Optional.of(before(Outcome.AVAILABLE)), NOW);
        assertThat(verdict).map(World.Verdict::isChange).contains(true);
        assertThat(verdict.orElseThrow().told().lastSeenBefore()).contains(ago(11));
    }

    @Test
    void what_was_told_before_is_not_told_again() {
        assertThat(world.judge(List.of(there("DE", 100, 1)), Optional.of(before(Outcome.AVAILABLE)), NOW))
                .isEmpty();
    }

    private Optional<World.Verdict> judge(Place... places) {
        return world.judge(List.of(places), Optional.empty(), NOW);
    }

    private Told told(Place... places) {
        return judge(places).orElseThrow().told();
    }

    private static Told before(Outcome outcome) {
        return new Told(
                outcome,
                List.of(),
                Optional.empty(),
                ago(200),
                List.of(country("DE")),
                List.of(),
                List.of(Digest.of("before")));
    }

    private static Place there(String country, int sinceHours, int seenHours) {
        return lost(country, Outcome.AVAILABLE, sinceHours, seenHours);
    }

    private static Place lost(String country, Outcome outcome, int sinceHours, int seenHours) {
        return new Place(
                country(country),
                standing(outcome, sinceHours, seenHours, NEW, Optional.empty()),
                outcome,
                ago(seenHours));
    }

    private static Standing standing(
            Outcome outcome, int sinceHours, int seenHours, String definition, Optional<Instant> before) {
        return new Standing(
                outcome,
                ago(sinceHours),
                before,
                ago(seenHours),
                Digest.of(definition),
                Optional.empty(),
                List.of(Digest.of(outcome.word() + sinceHours)));
    }

    private static Vantage country(String code) {
        return Vantage.direct(Optional.of(code));
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}

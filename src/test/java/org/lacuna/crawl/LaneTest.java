package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Who may ask a host, in which order, and what becomes of the checks of a node that died. */
@QuarkusTest
class LaneTest {
    private static final Duration TERM = Duration.ofMinutes(5);

    @Inject
    WatchedSite site;

    @Inject
    LaneQueries lanes;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_lane_is_one_node_s_alone_until_the_lease_runs_out() {
        Lane first = lane("node-1");
        assertThat(first.checks()).hasSize(2);
        assertThat(site.lease("node-2", 10, TERM)).isEmpty();
        runOut();
        Lane second =
                lanes.lease("node-2", List.of(WatchedSite.HERE), 10, 10, TERM).get(0);
        assertThat(second.checks()).hasSize(2);
        assertThat(second.fence()).isEqualTo(first.fence() + 1);
    }

    @Test
    void a_holder_that_was_fenced_out_writes_nothing() {
        Lane stale = lane("node-1");
        runOut();
        Lane fresh =
                lanes.lease("node-2", List.of(WatchedSite.HERE), 10, 10, TERM).get(0);
        assertThat(record(stale)).isFalse();
        assertThat(site.all()).isEmpty();
        assertThat(record(fresh)).isTrue();
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void a_holder_whose_lease_ran_out_releases_nothing_of_its_successor_s() {
        Lane stale = lane("node-1");
        runOut();
        Lane fresh =
                lanes.lease("node-2", List.of(WatchedSite.HERE), 10, 10, TERM).get(0);
        lanes.release(stale, Duration.ZERO);
        assertThat(lanes.lease("node-3", List.of(WatchedSite.HERE), 10, 10, TERM))
                .isEmpty();
        lanes.release(fresh, Duration.ZERO);
        assertThat(lanes.lease("node-3", List.of(WatchedSite.HERE), 10, 10, TERM))
                .hasSize(1);
    }

    @Test
    void the_longest_due_is_worked_first() {
        List<Integer> minutes = List.of(7, 31, 3, 59, 13, 44, 2, 23, 51, 17, 5, 37);
        for (int late : minutes) {
            String page = site.origin().url("/late-" + late).toString();
            site.watch(page, "ana-2026");
            database.change("UPDATE watch SET due = now() - make_interval(mins => ?) WHERE subject = ?", late, page);
        }
        assertThat(site.look()).isEqualTo(minutes.size() + 2);
        assertThat(site.origin().requests().stream()
                        .map(request -> request.split(" ")[1])
                        .filter(path -> path.startsWith("/late-")))
                .containsExactlyElementsOf(minutes.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(late -> "/late-" + late)
                        .toList());
    }

    @Test
    void checks_come_in_the_order_they_are_due_however_the_database_goes_about_it() {
        for (int i = 0; i < 300; i++) {
            site.watch(site.origin().url("/" + i).toString(), "ana-2026");
        }
        database.change(
                "UPDATE watch SET due = now() - make_interval(secs => (id * 7919) % 1009) WHERE platform = ?",
                site.platform().id());
        // with figures at hand the planner joins by hashing, which keeps no order
        database.change("ANALYZE watch");
        assertThat(site.lease("node-1", 1000, TERM).get(0).checks())
                .hasSize(302)
                .isSortedAccordingTo(Comparator.comparing(Check::due));
    }

    @Test
    void a_lane_is_due_again_when_the_first_of_its_watches_is_but_not_before_its_pause() {
        Lane lane = lane("node-1");
        lanes.release(lane, Duration.ofSeconds(30));
        assertThat(secondsUntilDue()).isBetween(25.0, 30.0);
        Lane again = lane("node-1");
        database.change(
                "UPDATE watch SET due = now() + interval '1 hour' WHERE platform = ?",
                site.platform().id());
        lanes.release(again, Duration.ofSeconds(30));
        assertThat(secondsUntilDue()).isBetween(3500.0, 3600.0);
    }

    @Test
    void a_watch_added_while_the_lane_is_leased_is_not_forgotten() {
        Lane lane = lane("node-1");
        database.change(
                "UPDATE watch SET due = now() + interval '1 hour' WHERE platform = ?",
                site.platform().id());
        site.watch(site.origin().url("/later").toString(), "ana-2026");
        lanes.release(lane, Duration.ZERO);
        assertThat(secondsUntilDue()).isLessThan(1);
    }

    @Test
    void what_a_killed_node_had_leased_is_done_by_another_and_recorded_once() throws InterruptedException {
        Duration term = Duration.ofSeconds(2);
        Lane ofTheDead = site.lease("killed", 10, term).get(0);
        assertThat(ofTheDead.checks()).hasSize(2);
        assertThat(site.look()).as("still held").isZero();
        Thread.sleep(term.plusMillis(200).toMillis());
        assertThat(site.look()).isEqualTo(2);
        assertThat(site.all()).hasSize(1);
        assertThat(record(ofTheDead)).as("it was not dead but slow").isFalse();
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void a_page_that_has_moved_to_another_host_is_asked_for_in_that_host_s_lane() {
        String page = site.origin().url("elsewhere.example", "/ana").toString();
        site.watch(page, "ana-2026");
        database.change("UPDATE watch SET host = 'site.example' WHERE subject = ?", page);
        site.look();
        assertThat(database.first("SELECT host FROM watch WHERE subject = ?", row -> row.getString(1), page))
                .contains("elsewhere.example");
    }

    private boolean record(Lane lane) {
        Look look = site.seen(site.platform(), Outcome.AVAILABLE, clock.instant());
        return site.record(Optional.of(lane), site.platform(), WatchedSite.HERE, look, Digest.of("x"));
    }

    private Lane lane(String node) {
        return site.lease(node, 10, TERM).get(0);
    }

    private void runOut() {
        database.change("UPDATE lane SET due = now() WHERE leased_by IS NOT NULL");
    }

    private double secondsUntilDue() {
        return database.first(
                        "SELECT extract(epoch FROM due - now()) FROM lane JOIN (SELECT DISTINCT host, vantage FROM watch"
                                + " WHERE platform = ?) mine USING (host, vantage)",
                        row -> row.getDouble(1),
                        site.platform().id())
                .orElseThrow();
    }
}

package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.ControlState;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Who may do a check, in which order, and what becomes of the checks of a node that died. */
@QuarkusTest
class LeaseTest {
    private static final Duration TERM = Duration.ofMinutes(5);

    @Inject
    WatchedSite site;

    @Inject
    WatchQueries watches;

    @Inject
    RecordCheck recording;

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
    void a_lease_is_one_node_s_alone_until_it_runs_out() {
        List<Lease> first = lease("node-1", 10, TERM);
        assertThat(first).hasSize(2);
        assertThat(lease("node-2", 10, TERM)).isEmpty();
        runOut();
        List<Lease> second = lease("node-2", 10, TERM);
        assertThat(second).hasSize(2);
        assertThat(second.get(0).fence()).isEqualTo(first.get(0).fence() + 1);
    }

    @Test
    void while_one_node_works_a_platform_another_gets_none_of_it() {
        assertThat(lease("node-1", 1, TERM)).hasSize(1);
        assertThat(lease("node-2", 1, TERM)).isEmpty();
        assertThat(lease("node-1", 1, TERM)).hasSize(1);
    }

    @Test
    void a_holder_that_was_fenced_out_writes_nothing() {
        Lease stale = site.leaseOfSubject("node-1");
        runOut();
        Lease fresh = site.leaseOfSubject("node-2");
        assertThat(record(stale)).isFalse();
        assertThat(site.all()).isEmpty();
        assertThat(record(fresh)).isTrue();
        assertThat(site.all()).hasSize(1);
        assertThat(record(fresh)).as("only while held").isTrue();
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
    void leases_come_in_the_order_they_are_due_however_the_database_goes_about_it() {
        for (int i = 0; i < 300; i++) {
            site.watch(site.origin().url("/" + i).toString(), "ana-2026");
        }
        database.change(
                "UPDATE watch SET due = now() - make_interval(secs => (id * 7919) % 1009) WHERE platform = ?",
                site.platform().id());
        // with figures at hand the planner joins by hashing, which keeps no order
        database.change("ANALYZE watch");
        assertThat(lease("node-1", 1000, TERM)).hasSize(302).isSortedAccordingTo(Comparator.comparing(Lease::due));
    }

    @Test
    void a_check_handed_back_undone_is_as_late_as_it_was() {
        database.change("UPDATE watch SET due = now() - interval '1 hour' WHERE subject = ?", site.subject());
        Lease first = site.leaseOfSubject("node-1");
        watches.handBack(first);
        Lease again = site.leaseOfSubject("node-1");
        assertThat(again.due()).isEqualTo(first.due());
        assertThat(again.fence()).isEqualTo(first.fence() + 1);
    }

    @Test
    void what_a_killed_node_had_leased_is_done_by_another_and_recorded_once() throws InterruptedException {
        Duration term = Duration.ofSeconds(2);
        List<Lease> ofTheDead = lease("killed", 10, term);
        assertThat(ofTheDead).hasSize(2);
        assertThat(site.look()).as("still held").isZero();
        Thread.sleep(term.plusMillis(200).toMillis());
        assertThat(site.look()).isEqualTo(2);
        assertThat(site.all()).hasSize(1);
        for (Lease late : ofTheDead) {
            assertThat(record(late)).as("it was not dead but slow").isFalse();
        }
        assertThat(site.all()).hasSize(1);
    }

    private boolean record(Lease lease) {
        Look look = site.seen(site.platform(), Outcome.AVAILABLE, clock.instant(), Digest.of("x"));
        return recording
                .record(lease, site.platform(), look, WatchedSite.HERE, ControlState.ALIVE)
                .isPresent();
    }

    private List<Lease> lease(String node, int most, Duration term) {
        return watches.lease(site.platform().id(), node, most, term);
    }

    private void runOut() {
        database.change(
                "UPDATE watch SET due = now() WHERE platform = ?",
                site.platform().id());
    }
}

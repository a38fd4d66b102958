package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.ObservationQueries;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.TextFile;

@QuarkusTest
class CrawlTest {
    private static final Vantage HERE = Vantage.direct(Optional.empty());

    @ConfigProperty(name = "lacuna.test.origin-port")
    int port;

    @ConfigProperty(name = "lacuna.evidence.directory")
    String evidenceFolder;

    @Inject
    WatchQueries watches;

    @Inject
    SeedWatches seeding;

    @Inject
    PlatformRound round;

    @Inject
    RecordCheck recording;

    @Inject
    ObservationQueries observations;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Heard heard;

    private LocalOrigin origin;
    private Platform platform;
    private String subject;

    /** Collects what is fired while the tests run. */
    @ApplicationScoped
    static class Heard {
        private final List<ChangeConfirmed> changes = new CopyOnWriteArrayList<>();
        private volatile boolean refusing;

        void hear(@Observes ChangeConfirmed change) {
            if (refusing) {
                throw new IllegalStateException("an observer that cannot");
            }
            changes.add(change);
        }

        void refuse(boolean refuse) {
            refusing = refuse;
        }

        List<ChangeConfirmed> of(Platform platform) {
            return changes.stream()
                    .filter(change -> change.platform().equals(platform.id()))
                    .toList();
        }
    }

    @BeforeEach
    void open() {
        origin = new LocalOrigin(port);
        origin.html("/control", "<p class=alive>control</p>");
        origin.html("/ana", "<p class=alive>Ana</p>");
        platform = platform("alive", "gone");
        subject = origin.url("/ana").toString();
        seeding.watchControl(platform);
        watches.add(
                platform.id(),
                subject,
                URI.create(subject),
                Lease.Kind.WATCH,
                Optional.of("ana-2026"),
                clock.instant());
    }

    @AfterEach
    void close() throws IOException {
        heard.refuse(false);
        origin.close();
        database.change("DELETE FROM watch WHERE platform LIKE 'test-%'");
    }

    @Test
    void a_due_check_is_fetched_read_kept_and_recorded_beside_its_control() {
        assertThat(round.work(platform)).isEqualTo(2);
        Observation seen = latest();
        assertThat(seen.outcome()).isEqualTo(Outcome.AVAILABLE);
        assertThat(seen.rule()).contains(platform.id() + "#1");
        assertThat(seen.control()).isEqualTo(ControlState.ALIVE);
        assertThat(seen.definition()).isEqualTo(platform.digest());
        assertThat(seen.vantage()).isEqualTo(HERE);
        assertThat(evidence.find(seen.evidence().orElseThrow()).orElseThrow().text())
                .contains("Ana");
        assertThat(round.work(platform)).as("nothing is due any more").isZero();
        assertThat(meters.counter("lacuna.checks.done", "platform", platform.id(), "outcome", "available")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_loss_seen_three_times_over_six_hours_is_confirmed_once_and_told() {
        past(Outcome.AVAILABLE, 30, 27);
        conclude(Outcome.AVAILABLE, 30);
        past(Outcome.SUSPENDED, 7, 4);
        origin.html("/ana", "<p class=gone>This account is gone</p>");
        Instant before = clock.instant();
        assertThat(round.work(platform)).isEqualTo(2);
        assertThat(heard.of(platform)).singleElement().satisfies(change -> {
            assertThat(change.subject()).isEqualTo(subject);
            assertThat(change.caseSlug()).contains("ana-2026");
            assertThat(change.from()).isEqualTo(Outcome.AVAILABLE);
            assertThat(change.to()).isEqualTo(Outcome.SUSPENDED);
            assertThat(Duration.between(change.lastSeenBefore(), before))
                    .isBetween(
                            Duration.ofHours(27).minusMinutes(1),
                            Duration.ofHours(27).plusMinutes(1));
            assertThat(Duration.between(change.firstSeenNow(), before))
                    .isBetween(
                            Duration.ofHours(7).minusMinutes(1),
                            Duration.ofHours(7).plusMinutes(1));
            assertThat(change.confirmedAt()).isAfterOrEqualTo(before);
            assertThat(change.vantages()).containsExactly(HERE);
            assertThat(change.evidence()).hasSize(3);
        });
        assertThat(judged()).startsWith("3 of 3 looks agree on suspended over 7 h");
        due();
        round.work(platform);
        assertThat(heard.of(platform)).hasSize(1);
        assertThat(judged()).isEqualTo("It still is suspended.");
    }

    @Test
    void beside_a_dead_control_nothing_is_concluded_and_the_reason_is_kept() {
        past(Outcome.AVAILABLE, 30, 27);
        conclude(Outcome.AVAILABLE, 30);
        past(Outcome.SUSPENDED, 7, 4);
        origin.html("/ana", "<p class=gone>gone</p>").html("/control", "<p class=gone>gone</p>");
        round.work(platform);
        assertThat(latest().control()).isEqualTo(ControlState.FAILED);
        assertThat(heard.of(platform)).isEmpty();
        assertThat(judged()).contains("nothing is concluded: the control was not alive (failed)");
        assertThat(meters.counter("lacuna.controls.failed", "platform", platform.id())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_definition_that_reads_the_old_page_differently_changes_nothing_in_the_world() {
        round.work(platform);
        Digest old = latest().evidence().orElseThrow();
        conclude(Outcome.AVAILABLE, 0);
        // from now on the same page is read as gone: that is our doing, not the platform's
        Platform edited = platform("never", "alive");
        origin.html("/control", "<p class=never>control</p>");
        database.change("UPDATE watch SET due = now() WHERE platform = ?", platform.id());
        pastOf(edited, Outcome.SUSPENDED, -1, old);
        pastOf(edited, Outcome.SUSPENDED, -4, old);
        assertThat(judgeNow(edited, clock.instant().plus(Duration.ofHours(8)))).isTrue();
        assertThat(heard.of(platform)).isEmpty();
        assertThat(judged()).contains("no change in the world");
        assertThat(observations.standing(platform.id(), subject).orElseThrow().outcome())
                .isEqualTo(Outcome.SUSPENDED);
    }

    @Test
    void a_server_that_is_not_there_is_no_answer_without_evidence() throws IOException {
        origin.close();
        assertThat(round.work(platform)).isEqualTo(2);
        assertThat(latest().outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(latest().evidence()).isEmpty();
        assertThat(latest().why()).startsWith("connection-failed: expected");
    }

    @Test
    void a_disk_that_refuses_evidence_records_nothing_and_loses_no_check() throws IOException {
        Path folder = Path.of(evidenceFolder);
        Files.createDirectories(folder);
        Path aside = Files.move(folder, folder.resolveSibling("evidence-aside"));
        try {
            Files.writeString(folder, "in the way");
            assertThat(round.work(platform)).isZero();
        } finally {
            Files.deleteIfExists(folder);
            Files.move(aside, folder);
        }
        assertThat(all()).isEmpty();
        assertThat(meters.counter("lacuna.checks.broken", "platform", platform.id())
                        .count())
                .isEqualTo(2);
        due();
        assertThat(round.work(platform)).isEqualTo(2);
    }

    @Test
    void a_lease_is_one_node_s_alone_until_it_runs_out() {
        List<Lease> first = watches.lease(platform.id(), "node-1", 10, Duration.ofMinutes(5));
        assertThat(first).hasSize(2);
        assertThat(watches.lease(platform.id(), "node-2", 10, Duration.ofMinutes(5)))
                .isEmpty();
        database.change("UPDATE watch SET due = now() WHERE platform = ?", platform.id());
        List<Lease> second = watches.lease(platform.id(), "node-2", 10, Duration.ofMinutes(5));
        assertThat(second).hasSize(2);
        assertThat(second.get(0).fence()).isEqualTo(first.get(0).fence() + 1);
    }

    @Test
    void while_one_node_works_a_platform_another_gets_none_of_it() {
        assertThat(watches.lease(platform.id(), "node-1", 1, Duration.ofMinutes(5)))
                .hasSize(1);
        assertThat(watches.lease(platform.id(), "node-2", 1, Duration.ofMinutes(5)))
                .isEmpty();
        assertThat(watches.lease(platform.id(), "node-1", 1, Duration.ofMinutes(5)))
                .hasSize(1);
    }

    @Test
    void a_holder_that_was_fenced_out_writes_nothing() {
        Lease stale = leaseOfSubject("node-1");
        database.change("UPDATE watch SET due = now() WHERE platform = ?", platform.id());
        Lease fresh = leaseOfSubject("node-2");
        Look look = look(platform, Outcome.AVAILABLE, clock.instant(), Digest.of("x"));
        assertThat(recording.record(stale, platform, look, HERE, ControlState.ALIVE))
                .isFalse();
        assertThat(all()).isEmpty();
        assertThat(recording.record(fresh, platform, look, HERE, ControlState.ALIVE))
                .isTrue();
        assertThat(all()).hasSize(1);
        assertThat(recording.record(fresh, platform, look, HERE, ControlState.ALIVE))
                .as("only while held")
                .isTrue();
    }

    @Test
    void when_an_observer_of_the_change_fails_nothing_of_it_is_recorded_and_the_check_is_due_again() {
        past(Outcome.AVAILABLE, 30, 27);
        conclude(Outcome.AVAILABLE, 30);
        past(Outcome.SUSPENDED, 7, 4);
        origin.html("/ana", "<p class=gone>gone</p>");
        int before = all().size();
        heard.refuse(true);
        assertThat(round.work(platform)).as("the control alone").isEqualTo(1);
        assertThat(all()).hasSize(before);
        assertThat(observations.standing(platform.id(), subject).orElseThrow().outcome())
                .isEqualTo(Outcome.AVAILABLE);
        heard.refuse(false);
        due();
        assertThat(round.work(platform)).isEqualTo(1);
        assertThat(heard.of(platform)).hasSize(1);
    }

    @Test
    void seeding_twice_watches_once() {
        seeding.seed();
        long once = count("SELECT count(*) FROM watch");
        seeding.seed();
        assertThat(count("SELECT count(*) FROM watch")).isEqualTo(once);
        assertThat(count("SELECT count(*) FROM watch WHERE kind = 'control' AND platform = 'youtube'"))
                .isEqualTo(1);
    }

    @Test
    void observations_and_conclusions_cannot_be_changed() {
        round.work(platform);
        conclude(Outcome.AVAILABLE, 0);
        for (String table : List.of("observation", "confirmed_change")) {
            for (String attempt :
                    List.of("UPDATE " + table + " SET url = ''", "DELETE FROM " + table, "TRUNCATE " + table)) {
                assertThatThrownBy(() -> database.change(attempt)).as(attempt).hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void the_clock_of_all_nodes_knows_its_job_and_does_not_run_here() {
        assertThat(count("SELECT count(*) FROM qrtz_job_details WHERE job_name = 'crawl-seed'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM qrtz_fired_triggers")).isZero();
    }

    private boolean judgeNow(Platform by, Instant seen) {
        Lease lease = leaseOfSubject("node-1");
        Digest kept = latest().evidence().orElseThrow();
        return recording.record(lease, by, look(by, Outcome.SUSPENDED, seen, kept), HERE, ControlState.ALIVE);
    }

    private Lease leaseOfSubject(String node) {
        return watches.lease(platform.id(), node, 10, Duration.ofMinutes(5)).stream()
                .filter(lease -> lease.kind() == Lease.Kind.WATCH)
                .findFirst()
                .orElseThrow();
    }

    private void past(Outcome outcome, int... hoursAgo) {
        for (int hours : hoursAgo) {
            pastOf(platform, outcome, hours, Digest.of(UUID.randomUUID().toString()));
        }
    }

    private void pastOf(Platform by, Outcome outcome, int hoursAgo, Digest kept) {
        database.change(
                """
                INSERT INTO observation (platform, subject, url, seen, recorded, outcome, why, vantage, definition,
                                         engine, evidence, control)
                VALUES (?, ?, ?, now() - make_interval(hours => ?), now(), ?, 'because', 'direct', ?, 'test', ?, 'alive')
                """,
                by.id(),
                subject,
                subject,
                hoursAgo,
                outcome.word(),
                by.digest().toString(),
                kept.toString());
    }

    private void conclude(Outcome outcome, int hoursAgo) {
        database.change("""
                INSERT INTO confirmed_change (platform, subject, url, to_outcome, first_seen_now, confirmed, vantages, evidence)
                VALUES (?, ?, ?, ?, now() - make_interval(hours => ?), now(), '{direct}', '{sha256:00}')
                """, platform.id(), subject, subject, outcome.word(), hoursAgo);
    }

    private Look look(Platform by, Outcome outcome, Instant seen, Digest kept) {
        return new Look(URI.create(subject), seen, outcome, Optional.of(by.id() + "#1"), "because", Optional.of(kept));
    }

    private void due() {
        database.change("UPDATE watch SET due = now() WHERE platform = ? AND kind = 'watch'", platform.id());
    }

    private Observation latest() {
        return all().get(0);
    }

    private List<Observation> all() {
        return observations.recent(platform.id(), subject, HERE, Instant.EPOCH, 100);
    }

    private String judged() {
        return database.first(
                        "SELECT judged FROM watch WHERE platform = ? AND kind = 'watch'",
                        row -> row.getString(1),
                        platform.id())
                .orElseThrow();
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }

    /** A platform of its own for each test, since facts stay. */
    private Platform platform(String alive, String gone) {
        String id = platform == null ? "test-" + UUID.randomUUID().toString().substring(0, 8) : platform.id();
        String yaml = """
                id: %s
                name: Test Site
                about: A site on this machine.
                home: https://site.example/
                hosts: [ %s.example ]
                subject: { kind: page, id: "(.+)" }
                fetch: { page: "{id}", every: 6h, at-most: 600 per minute }
                control: { id: "%s", says: available }
                detect:
                  - says: available
                    when: { element: "p.%s" }
                  - says: suspended
                    when: { element: "p.%s" }
                otherwise: unclear
                examples:
                  - { page: examples/test/alive.html, status: 200, says: available }
                  - { page: examples/test/gone.html, status: 200, says: suspended }
                """.formatted(id, id, origin.url("/control"), alive, gone);
        return Definition.read(new TextFile("crawlers/" + id + ".yaml", yaml), Optional.empty())
                .platform();
    }
}

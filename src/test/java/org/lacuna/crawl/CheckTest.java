package org.lacuna.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;

/** One check: fetched, kept, read, recorded. */
@QuarkusTest
class CheckTest {
    @ConfigProperty(name = "lacuna.evidence.directory")
    String evidenceFolder;

    @Inject
    WatchedSite site;

    @Inject
    SeedWatches seeding;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void open() {
        site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_due_check_is_fetched_read_kept_and_recorded_beside_its_control() {
        assertThat(site.look()).isEqualTo(2);
        Observation seen = site.latest();
        assertThat(seen.outcome()).isEqualTo(Outcome.AVAILABLE);
        assertThat(seen.rule()).contains(site.platform().id() + "#2");
        assertThat(seen.control()).isEqualTo(ControlState.ALIVE);
        assertThat(seen.definition()).isEqualTo(site.platform().digest());
        assertThat(seen.vantage()).isEqualTo(WatchedSite.HERE);
        assertThat(evidence.find(seen.evidence().orElseThrow()).orElseThrow().text())
                .contains("Ana");
        assertThat(site.look()).as("nothing is due any more").isZero();
        assertThat(counted("lacuna.checks.done", "outcome", "available")).isEqualTo(2);
    }

    @Test
    void a_server_that_is_not_there_is_no_answer_without_evidence() throws IOException {
        site.origin().close();
        assertThat(site.look()).isEqualTo(2);
        assertThat(site.latest().outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(site.latest().evidence()).isEmpty();
        assertThat(site.latest().why()).startsWith("connection-failed: expected");
    }

    @Test
    void where_robots_txt_refuses_us_the_reason_stands_beside_the_watch() {
        site.look();
        // the other host's file is known by now
        site.origin()
                .at("/robots.txt", LocalOrigin.page(200, "text/plain", "User-agent: *\nDisallow: /\n".getBytes(UTF_8)));
        String refused = site.origin().url("closed.example", "/ana").toString();
        site.watch(refused, "ana-2026");
        site.look();
        assertThat(site.origin().requests())
                .noneMatch(
                        request -> request.contains("Host: closed.example") && !request.startsWith("GET /robots.txt"));
        assertThat(site.judged(refused))
                .isEqualTo("The last look was no-answer, which says nothing about the subject:"
                        + " refused-by-robots: robots.txt asks us not to visit this page");
    }

    @Test
    void a_disk_that_refuses_evidence_records_nothing_and_loses_no_check() throws IOException {
        Path folder = Path.of(evidenceFolder);
        Files.createDirectories(folder);
        Path aside = Files.move(folder, folder.resolveSibling("evidence-aside"));
        try {
            Files.writeString(folder, "in the way");
            assertThat(site.look()).isZero();
        } finally {
            Files.deleteIfExists(folder);
            Files.move(aside, folder);
        }
        assertThat(site.all()).isEmpty();
        assertThat(counted("lacuna.checks.broken"))
                .as("the control, the control again for the page's sake, the page")
                .isEqualTo(3);
        assertThat(site.lookAgain())
                .as("the page; its control was looked at out of turn")
                .isEqualTo(1);
        assertThat(site.latest().control()).isEqualTo(ControlState.ALIVE);
    }

    @Test
    void observations_and_conclusions_cannot_be_changed() {
        site.look();
        site.conclude(Outcome.AVAILABLE, 0);
        for (String table : List.of("observation", "confirmed_change")) {
            for (String attempt : List.of(
                    "UPDATE " + table + " SET url = ''", "DELETE FROM " + table, "TRUNCATE " + table + " CASCADE")) {
                assertThatThrownBy(() -> database.change(attempt)).as(attempt).hasMessageContaining("never changed");
            }
        }
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
    void the_clock_of_all_nodes_knows_all_jobs_and_does_not_run_here() {
        assertThat(count("SELECT count(*) FROM qrtz_job_details WHERE job_name LIKE 'crawl-%'"))
                .isEqualTo(4);
        assertThat(count("SELECT count(*) FROM qrtz_fired_triggers")).isZero();
    }

    private double counted(String meter, String... labels) {
        return meters.counter(meter, site.labels(labels)).count();
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }
}

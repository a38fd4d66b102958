package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.SubjectId;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Checks are recorded in groups, and each of them stands or falls alone. */
@QuarkusTest
class RecorderTest {
    @ConfigProperty(name = "lacuna.evidence.directory")
    String evidenceFolder;

    @Inject
    WatchedSite site;

    @Inject
    Recorder recorder;

    @Inject
    Dispatcher dispatcher;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @Inject
    Heard heard;

    @Inject
    Clock clock;

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
    void a_check_whose_change_cannot_be_told_takes_none_of_its_group_with_it() {
        site.past(Outcome.AVAILABLE, 30, 27);
        site.conclude(Outcome.AVAILABLE, 30);
        site.past(Outcome.SUSPENDED, 7, 4);
        heard.refuse(true);
        List<Future<Optional<Judgement>>> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String page = site.origin().url("/other-" + i).toString();
            site.watch(page, "ana-2026");
            orders.add(recorder.record(done(page, Outcome.AVAILABLE)));
            if (i == 9) {
                orders.add(recorder.record(done(site.subject(), Outcome.SUSPENDED)));
            }
        }
        List<Boolean> recorded = orders.stream().map(RecorderTest::recorded).toList();
        assertThat(recorded).hasSize(21);
        assertThat(recorded.get(10)).as("the one that cannot be told").isFalse();
        assertThat(recorded.stream().filter(each -> each)).hasSize(20);
        assertThat(observations("%/other-%")).isEqualTo(20);
        assertThat(site.all()).as("what had been seen before").hasSize(4);
        heard.refuse(false);
        assertThat(recorded(recorder.record(done(site.subject(), Outcome.SUSPENDED))))
                .isTrue();
        assertThat(heard.of(site.platform())).hasSize(1);
    }

    @Test
    void while_the_disk_refuses_nobody_is_asked_and_afterwards_it_goes_on() throws IOException {
        Path folder = Path.of(evidenceFolder);
        Files.createDirectories(folder);
        Path aside = Files.move(folder, folder.resolveSibling("evidence-aside"));
        try {
            Files.writeString(folder, "in the way");
            assertThat(site.look()).isZero();
            assertThat(evidence.refusing()).isTrue();
            int asked = site.origin().requests().size();
            site.due();
            onlyMine();
            dispatcher.dispatch();
            assertThat(leased()).isZero();
            assertThat(site.origin().requests()).hasSize(asked);
        } finally {
            Files.deleteIfExists(folder);
            Files.move(aside, folder);
        }
        database.change(
                "UPDATE watch SET due = now() WHERE platform = ?",
                site.platform().id());
        onlyMine();
        dispatcher.dispatch();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> site.all().size() == 1 && leased() == 0);
        assertThat(evidence.refusing()).isFalse();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.AVAILABLE);
    }

    /** No lane of another platform is due: their pages are on the internet. */
    private void onlyMine() {
        database.change("UPDATE lane SET due = 'infinity'");
        site.wake();
    }

    private long leased() {
        return database.first("SELECT count(*) FROM lane WHERE leased_by IS NOT NULL", row -> row.getLong(1))
                .orElseThrow();
    }

    private long observations(String subjects) {
        return database.first(
                        "SELECT count(*) FROM observation WHERE platform = ? AND subject LIKE ?",
                        row -> row.getLong(1),
                        site.platform().id(),
                        subjects)
                .orElseThrow();
    }

    private Done done(String page, Outcome outcome) {
        Check check = database.first(
                        "SELECT " + WatchRows.COLUMNS + " FROM watch WHERE platform = ? AND subject = ?",
                        row -> WatchRows.check(row, 0),
                        site.platform().id(),
                        page)
                .orElseThrow();
        assertThat(check.subject()).isEqualTo(new SubjectId(site.platform().id(), page));
        return new Done(
                Optional.empty(),
                check,
                site.platform(),
                WatchedSite.HERE,
                site.seen(site.platform(), outcome, clock.instant()),
                ControlState.ALIVE,
                Optional.of(Digest.of(page + outcome)));
    }

    private static boolean recorded(Future<Optional<Judgement>> order) {
        try {
            return order.get().isPresent();
        } catch (ExecutionException refused) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

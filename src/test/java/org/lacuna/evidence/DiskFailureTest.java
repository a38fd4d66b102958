package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

class DiskFailureTest {
    private static final int ENOUGH_FOR_WARCINFO = 400;

    @TempDir
    private Path folder;

    private final FailingDisk disk = new FailingDisk();
    private EvidenceForTests evidence;
    private EvidenceStore store;
    private Digest before;

    @BeforeEach
    void keepOne() {
        evidence = new EvidenceForTests(folder);
        store = evidence.store(EvidenceForTests.GIGABYTE, disk);
        before = store.keep(Exchanges.page("before"));
    }

    @Test
    void a_full_disk_leaves_no_half_record_and_no_row() throws IOException {
        long good = Files.size(store.where(before).orElseThrow().file());
        disk.room = 0;
        refuses();
        assertThat(evidence.index.rows).hasSize(1);
        assertThat(evidence.files())
                .containsExactly(store.where(before).orElseThrow().file());
        assertThat(evidence.files().get(0)).hasSize(good);
        refuses();
        assertThat(evidence.files()).as("attempts leave nothing behind").hasSize(1);
        disk.room = ENOUGH_FOR_WARCINFO;
        refuses();
        refuses();
        assertThat(evidence.files())
                .as("nor where a file can at least be begun")
                .hasSize(1);
        disk.room = Integer.MAX_VALUE;
        Digest after = store.keep(Exchanges.page("after"));
        assertThat(store.refusing()).isFalse();
        bothAreThere(after);
    }

    @Test
    void after_a_failed_fsync_the_file_takes_no_more() throws IOException {
        disk.forgets = true;
        refuses();
        disk.forgets = false;
        Digest after = store.keep(Exchanges.page("after"));
        assertThat(store.where(after).orElseThrow().file())
                .isNotEqualTo(store.where(before).orElseThrow().file());
        new RepairEvidence(folder, evidence.index).repair();
        bothAreThere(after);
    }

    @Test
    void what_cannot_even_be_cut_is_left_to_the_repair() throws IOException {
        disk.room = 0;
        disk.cannotCut = true;
        refuses();
        disk.room = Integer.MAX_VALUE;
        disk.cannotCut = false;
        Digest after = store.keep(Exchanges.page("after"));
        assertThat(store.where(before).orElseThrow().file().toString()).endsWith(".open");
        new RepairEvidence(folder, evidence.index).repair();
        bothAreThere(after);
    }

    @Test
    void a_file_that_is_moved_away_takes_no_more() throws IOException {
        Path file = store.where(before).orElseThrow().file();
        Files.move(file, folder.resolve("elsewhere"));
        refuses();
        Digest after = store.keep(Exchanges.page("after"));
        assertThat(store.find(after)).isPresent();
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_error() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("evidence"), "a file where the folder should be");
        EvidenceStore nowhere = new EvidenceForTests(inTheWay).store();
        assertThatThrownBy(() -> nowhere.keep(Exchanges.page("body")))
                .isInstanceOf(EvidenceNotKept.class)
                .hasMessageContaining("the disk refused");
    }

    @Test
    void the_operator_is_told_until_the_disk_takes_something_again() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        EvidenceHealth health = new EvidenceHealth(store, meters);
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        disk.room = 0;
        refuses();
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("lacuna.evidence.refused").functionCounter().count())
                .isEqualTo(2);
        assertThat(store.tryAgain()).isFalse();
        disk.room = Integer.MAX_VALUE;
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(store.tryAgain()).isTrue();
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    private void refuses() {
        List<Keeping> two =
                List.of(Keeping.whole(Exchanges.page("lost")), Keeping.whole(Exchanges.page("lost as well")));
        assertThatThrownBy(() -> store.keepAll(two))
                .isInstanceOf(EvidenceNotKept.class)
                .hasMessageContaining("the disk refused");
        assertThat(store.refusing()).isTrue();
    }

    private void bothAreThere(Digest after) throws IOException {
        store.close();
        assertThat(store.find(before).orElseThrow().text()).isEqualTo("before");
        assertThat(store.find(after).orElseThrow().text()).isEqualTo("after");
        for (Path file : evidence.files()) {
            assertThat(file.toString()).endsWith(".warc.gz");
            try (WarcReader reader = new WarcReader(file)) {
                assertThat(reader.records().map(WarcRecord::type)).containsExactly("warcinfo", "response", "request");
            }
        }
    }
}

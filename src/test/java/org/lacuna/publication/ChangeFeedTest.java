package org.lacuna.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.shared.TextFile;

@QuarkusTest
class ChangeFeedTest {
    private static final int WRITERS = 6;
    private static final int EACH = 4;

    @Inject
    ImportRecord importRecord;

    @Inject
    PublicRecord record;

    @Test
    void a_reader_who_follows_many_writers_misses_nothing() throws Exception {
        long start = record.changes(0, PublicRecord.MOST).size();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(write(writer)));
            }
            List<Long> seen = new ArrayList<>();
            while (seen.size() < WRITERS * EACH * 2) {
                long after = seen.isEmpty() ? start : seen.get(seen.size() - 1);
                record.changes(after, 3).forEach(change -> seen.add(change.sequence()));
                if (writers.stream().allMatch(Future::isDone)
                        && record.changes(after, 1).isEmpty()) {
                    break;
                }
            }
            for (Future<Void> writer : writers) {
                writer.get();
            }

            assertThat(seen).hasSize(WRITERS * EACH * 2);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(start + i + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void two_who_write_into_one_incident_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String more = RecordRoundTripTest.small("shared-incident", "shared-case")
                        + "  - { type: context, id: e" + writer + ", date: 2020-06-0" + (writer + 1)
                        + ", text: Line " + writer + "., sources: [ paper ] }\n";
                writers.add(threads.submit(() -> importRecord.files(List.of(new TextFile("shared.yaml", more)))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }

            assertThat(record.findCase("shared-case").orElseThrow().timeline()).hasSize(WRITERS + 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_document_that_reads_the_same_is_not_written_again() {
        TextFile file = new TextFile("same.yaml", RecordRoundTripTest.small("same-again", "same-again-case"));
        importRecord.files(List.of(file));
        Document before = record.caseDocument("same-again-case").orElseThrow();
        long changes = record.changes(0, PublicRecord.MOST).size();

        importRecord.files(List.of(file));

        assertThat(record.caseDocument("same-again-case").orElseThrow().digest())
                .isEqualTo(before.digest());
        assertThat(record.changes(0, PublicRecord.MOST)).hasSize((int) changes);
    }

    @Test
    void what_was_not_recorded_is_not_public() {
        String twice = RecordRoundTripTest.small("rolled-back", "zoom-wang-dan-2020");

        assertThatThrownBy(() -> importRecord.files(List.of(
                        new TextFile("first.yaml", RecordRoundTripTest.small("rolled-back-too", "rolled-back-case")),
                        new TextFile("second.yaml", twice))))
                .hasMessageContaining("zoom-wang-dan-2020");
        assertThat(record.findCase("rolled-back-case")).isEmpty();
        assertThat(record.findIncident("rolled-back-too")).isEmpty();
    }

    private Callable<Void> write(int writer) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                String slug = "writer-" + writer + "-" + i;
                importRecord.files(List.of(new TextFile(slug, RecordRoundTripTest.small(slug, slug + "-case"))));
            }
            return null;
        };
    }
}

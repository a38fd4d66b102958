package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SetWriterTest {
    private static final Told TOLD =
            new Told("2026-11-28-9", LocalDate.of(2026, 11, 28), 9, Instant.EPOCH, Optional.empty());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static byte[] document(int number) {
        return ("{\"slug\":\"case-" + number + "\",\"timeline\":[{\"id\":\"e1\",\"text\":\"" + "x".repeat(900)
                        + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void every_document_is_in_every_format_in_its_order_and_a_tombstone_in_none() throws Exception {
        List<BulkFile> files;
        try (SetWriter writer = new SetWriter(folder, TOLD, SetWriter.everything())) {
            for (int i = 0; i < 5_000; i++) {
                writer.add(document(i));
            }
            writer.add("{\"slug\":\"no-more\",\"gone\":\"retracted\"}".getBytes(StandardCharsets.UTF_8));
            files = writer.finish(message -> new byte[64]);
        }
        for (BulkFile file : files) {
            if (file.name().startsWith("cases.") || file.name().startsWith("entries.")) {
                assertThat(file.rows()).as(file.name()).hasValue(5_000L);
            }
            assertThat(Files.size(folder.resolve(file.name()))).isEqualTo(file.bytes());
        }
        List<String> lines = Files.readAllLines(folder.resolve("entries.ndjson"));
        assertThat(JSON.readTree(lines.get(4_321)).path("case").asText()).isEqualTo("case-4321");
        assertThat(ParquetForTests.read(folder.resolve("cases.parquet"))
                        .get(4_321)
                        .getString("slug", 0))
                .isEqualTo("case-4321");
        assertThat(Files.readString(folder.resolve("cases.csv"))).doesNotContain("no-more");
    }

    @Test
    void only_the_formats_that_were_asked_for_are_written() throws Exception {
        try (SetWriter writer = new SetWriter(folder, TOLD, Set.of(Format.NDJSON))) {
            writer.add(document(1));
            assertThat(writer.finish(message -> new byte[64]).stream().map(BulkFile::name))
                    .containsExactly(
                            "cases.ndjson",
                            "restrictions.ndjson",
                            "entries.ndjson",
                            "sources.ndjson",
                            "observations.ndjson",
                            "datapackage.json",
                            "SHA256SUMS",
                            "SHA256SUMS.sig");
        }
    }

    @Test
    @Timeout(60)
    void a_file_that_cannot_be_written_stops_the_set_and_is_told() throws Exception {
        SetFile full = new SetFile(folder.resolve("cases.csv"));
        full.abandon(); // as a disk that takes nothing more
        try (Lane lane = new Lane(Format.CSV)) {
            lane.open("cases.csv", CaseTables.cases(), TOLD, full);
            lane.start();
            byte[] body = document(1);
            JsonNode document = JSON.readTree(body);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            lane.put(List.of(new Lane.Parsed(body, document)));
                        }
                        lane.finish();
                    })
                    .isInstanceOf(IOException.class);
        }
    }
}

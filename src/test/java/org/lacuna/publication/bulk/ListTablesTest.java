package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListTablesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_column_is_documented_in_its_order() throws Exception {
        String documented = Files.readString(Path.of("docs/api.md"));
        for (Table table : ListTables.ALL) {
            assertThat(documented)
                    .as(table.name())
                    .contains(table.columns().stream()
                            .map(column -> "| `" + column.name() + "` | " + column.description() + " |\n")
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void an_incident_is_a_row_that_names_its_cases() throws Exception {
        byte[] body = ("{\"slug\":\"two\",\"title\":\"=Two\",\"summary\":\"Two cases\",\"cases\":["
                        + "{\"slug\":\"a\",\"status\":\"restored\",\"verification\":\"reported\",\"platform\":{\"id\":\"zoom\"}},"
                        + "{\"slug\":\"b\",\"status\":\"unknown\",\"verification\":\"verified\",\"platform\":{\"id\":\"zoom\"}}],"
                        + "\"sources\":[{}],\"firstRecorded\":\"2026-11-01T00:00:00Z\","
                        + "\"lastChanged\":\"2026-11-02T00:00:00Z\",\"sequence\":7}")
                .getBytes(StandardCharsets.UTF_8);
        List<List<String>> rows =
                CsvForTests.read(new String(CsvLines.incidents(List.of(body), true), StandardCharsets.UTF_8));

        assertThat(rows.get(1))
                .containsExactly(
                        "two",
                        "'=Two",
                        "Two cases",
                        "[\"a\",\"b\"]",
                        "[\"restored\",\"unknown\"]",
                        "[\"reported\",\"verified\"]",
                        "[\"zoom\"]",
                        "1",
                        "",
                        "2026-11-01T00:00:00Z",
                        "2026-11-02T00:00:00Z",
                        "7");
    }

    @Test
    void a_platform_is_a_row_with_its_cases_added_up() throws Exception {
        JsonNode platform = JSON.readTree("{\"id\":\"zoom\",\"cases\":[{\"status\":\"restored\",\"cases\":2},"
                + "{\"status\":\"restricted\",\"cases\":3}],\"appeals\":null}");
        byte[] table = CsvLines.platforms().of(List.of(CsvLines.Line.of(platform)), false);

        assertThat(CsvForTests.read(new String(table, StandardCharsets.UTF_8)).get(0))
                .startsWith("zoom", "", "")
                .contains("5");
    }
}

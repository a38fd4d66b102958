package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.DataSet;
import org.lacuna.statistics.GroupedCount;

/** Every folder under {@code reports/}: its example, rendered, is what it says is expected. */
@QuarkusTest
class GoldenReportsTest {
    private static final Path FOLDERS = Path.of("reports");

    @Inject
    Reports reports;

    @Inject
    ObjectMapper json;

    @Test
    void every_example_renders_as_expected() throws IOException {
        List<String> ids = folders();
        assertThat(ids)
                .contains("restrictions-by-month")
                .isEqualTo(reports.all().stream().map(Report::id).toList());
        for (String id : ids) {
            String actual = reports.article(example(id, 0));
            Path kept = Files.createDirectories(Path.of("target", "reports")).resolve(id + ".html");
            Files.writeString(kept, actual);
            assertThat(actual)
                    .as("reports/%s/expected.html; if the new page is right, copy %s over it", id, kept)
                    .isEqualTo(Files.readString(FOLDERS.resolve(id).resolve("expected.html")));
        }
    }

    @Test
    void another_figure_would_be_noticed() throws IOException {
        for (String id : folders()) {
            assertThat(reports.article(example(id, 1)))
                    .as("a row less")
                    .isNotEqualTo(Files.readString(FOLDERS.resolve(id).resolve("expected.html")));
        }
    }

    @Test
    void a_template_escapes_what_it_shows() throws IOException {
        assertThat(reports.article(example("restrictions-by-month", 0)))
                .contains("a-platform-&lt;without&gt;-name")
                .doesNotContain("<without>");
    }

    /** The example as the report would be counted, without its last rows. */
    private Counted example(String id, int without) throws IOException {
        Report report = reports.find(id).orElseThrow();
        JsonNode example =
                json.readTree(FOLDERS.resolve(id).resolve("example.json").toFile());
        List<Map<String, String>> rows = json.convertValue(example.get("rows"), new TypeReference<>() {});
        DataSet data = new DataSet(reports.columns(report.data()), rows);
        return new Counted(
                report,
                new GroupedCount(report.countBy(), data.rows().subList(0, rows.size() - without)),
                LocalDate.parse(example.get("counted").asText()),
                json.convertValue(example.get("platforms"), new TypeReference<>() {}));
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(FOLDERS)) {
            return found.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}

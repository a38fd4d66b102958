package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every folder under {@code reports/}: its example, rendered, is what it says is expected. */
@QuarkusTest
class GoldenReportsTest {
    private static final List<String> FORMATS = List.of("html", "csv", "json");

    @Inject
    Reports reports;

    @Inject
    RenderReport render;

    @Test
    void every_example_renders_as_expected() throws IOException {
        List<String> ids = folders();
        assertThat(ids)
                .hasSizeGreaterThanOrEqualTo(6)
                .isEqualTo(reports.all().stream().map(Report::id).toList());
        List<String> wrong = new ArrayList<>();
        for (String id : ids) {
            for (String format : FORMATS) {
                byte[] actual = render.render(new Example(reports).read(id, 0), format);
                Path expected = Example.FOLDERS.resolve(id).resolve("expected." + format);
                if (!Files.exists(expected) || !Arrays.equals(actual, Files.readAllBytes(expected))) {
                    Path kept = Files.createDirectories(Path.of("target", "reports", id))
                            .resolve("expected." + format);
                    Files.write(kept, actual);
                    wrong.add("cp " + kept + " " + expected);
                }
            }
        }
        assertThat(wrong).as("if what is rendered now is right, copy it").isEmpty();
    }

    @Test
    void another_figure_would_be_noticed() throws IOException {
        for (String id : folders()) {
            assertThat(new String(render.render(new Example(reports).read(id, 1), "html")))
                    .as("a row less of %s", id)
                    .isNotEqualTo(Files.readString(Example.FOLDERS.resolve(id).resolve("expected.html")));
        }
    }

    @Test
    void nothing_recorded_is_said_to_be_insufficient() throws IOException {
        for (String id : folders()) {
            assertThat(new String(render.render(new Example(reports).read(id, Integer.MAX_VALUE), "html")))
                    .as(id)
                    .contains("Insufficient data");
        }
    }

    @Test
    void a_template_escapes_what_it_shows() throws IOException {
        assertThat(new String(render.render(new Example(reports).read("restrictions-by-month", 0), "html")))
                .contains("a-platform-&lt;without&gt;-name")
                .doesNotContain("<without>");
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(Example.FOLDERS)) {
            return found.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}

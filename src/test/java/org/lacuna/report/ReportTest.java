package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

class ReportTest {
    private static final String GOOD = """
            id: losses
            title: Losses
            question: How many?
            data: restrictions
            count-by: [ platform, month ]
            formats: [ html, csv ]
            publish: "0 0 6 3 * ?"
            limits: Not all.
            """;

    private static Report read(String yaml) {
        return Report.read("losses", new TextFile("report.yaml", yaml), name -> {
            if (!name.equals("restrictions")) {
                throw new IllegalArgumentException("expected a data set out of [restrictions], found '" + name + "'");
            }
            return List.of("platform", "month", "state");
        });
    }

    private static void refused(String yaml, String where, String... says) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("reports/losses/report.yaml:" + where)
                .hasMessageContainingAll(says);
    }

    @Test
    void a_definition_is_read() {
        Report report = read(GOOD);
        assertThat(report.countBy()).containsExactly("platform", "month");
        assertThat(report.has("csv")).isTrue();
        assertThat(report.has("json")).isFalse();
    }

    @Test
    void an_unknown_key_is_refused_with_its_line() {
        refused(GOOD + "colour: red\n", "9", "unknown key 'colour'", "Remove it");
    }

    @Test
    void a_bad_cron_expression_is_refused() {
        refused(GOOD.replace("0 0 6 3 * ?", "at six"), "7", "expected a Quartz cron expression", "'at six'");
    }

    @Test
    void an_unknown_data_set_is_refused() {
        refused(GOOD.replace("data: restrictions", "data: everything"), "4", "[restrictions]", "'everything'");
    }

    @Test
    void an_unknown_column_or_format_is_refused() {
        refused(GOOD.replace("month ]", "weekday ]"), "5", "[platform, month, state]", "weekday");
        refused(GOOD.replace("csv ]", "pdf ]"), "6", "[html, csv, json]", "pdf");
    }

    @Test
    void a_missing_key_and_a_wrong_id_are_refused() {
        refused(GOOD.replace("limits: Not all.\n", ""), "1", "limits");
        refused(GOOD.replace("id: losses", "id: gains"), "1", "expected the name of the folder, losses");
    }

    @Test
    void a_folder_without_a_page_is_refused(@TempDir Path reports) throws Exception {
        Path folder = Files.createDirectory(reports.resolve("losses"));
        Files.writeString(folder.resolve("report.yaml"), GOOD);
        assertThatThrownBy(() -> ReportFolder.in(reports))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("reports/losses: expected the file page.html");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_made_harmless() {
        assertThat(Figures.harmless("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(Figures.harmless("@x")).isEqualTo("'@x");
        assertThat(Figures.harmless("\t-1\n2")).isEqualTo("'\t-1\n2");
        assertThat(Figures.harmless("2020-05")).isEqualTo("2020-05");
    }
}

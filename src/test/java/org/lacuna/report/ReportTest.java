package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.publication.data.DataSet;
import org.lacuna.publication.data.Question;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import org.lacuna.statistics.CrossCount.Combination;
import org.lacuna.statistics.GroupedCount;

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

    private static final DataSet RESTRICTIONS = new DataSet(
            "restrictions",
            DataSet.Kind.COUNTS,
            List.of("platform", "month", "state"),
            Set.of("from", "platform"),
            false,
            "Restrictions.");

    private static DataSet known(String name) {
        if (!name.equals("restrictions")) {
            throw new IllegalArgumentException("expected a data set out of [restrictions], found '" + name + "'");
        }
        return RESTRICTIONS;
    }

    private static void check(Question question) {
        if (question.where().containsKey("colour")) {
            throw new IllegalArgumentException("expected a parameter, found colour");
        }
    }

    private static Report read(String yaml) {
        return new ReadReport(ReportTest::known, ReportTest::check)
                .read("losses", new TextFile("report.yaml", yaml), Set.of("losses", "gains"));
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
        assertThat(report.part("").orElseThrow().question().by()).containsExactly("platform", "month");
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
        refused(GOOD.replace("csv ]", "docx ]"), "6", "[html, csv, json, pdf]", "docx");
    }

    @Test
    void a_wrong_parameter_and_a_wrong_key_of_a_part_are_refused_with_their_lines() {
        refused(GOOD + "where: { colour: red }\n", "9", "expected a parameter, found colour", "Correct 'where'");
        String also = "also:\n  more: { data: restrictions, count-by: [ state ], colour: red }\n";
        refused(GOOD + also, "10", "unknown key 'colour'");
        refused(GOOD + also.replace("more", "More"), "9", "small letters only", "'More'");
    }

    @Test
    void a_report_can_count_several_things_and_include_others() {
        Report report = read(GOOD + """
                also:
                  states: { data: restrictions, count-by: [ state ], where: { from: "{year}-01-01" } }
                includes: [ gains ]
                """);
        assertThat(report.parts()).extracting(Part::name).containsExactly("", "states");
        assertThat(report.part("states")
                        .orElseThrow()
                        .on(LocalDate.of(2026, 12, 31))
                        .where())
                .as("on its last day a year is over")
                .containsEntry("from", "2026-01-01");
        assertThat(Part.year(LocalDate.of(2026, 12, 30))).isEqualTo(2025);
        refused(GOOD + "includes: [ losses ]\n", "9", "[gains]", "losses");
        refused(GOOD.replace("data: restrictions\ncount-by: [ platform, month ]\n", ""), "1", "found neither");
    }

    @Test
    void persons_are_counted_in_one_way_only() {
        DataSet told =
                new DataSet("told", DataSet.Kind.COUNTS, List.of("a", "b"), Set.of(), true, "What persons told.");
        Part one = new Part("", told, new Question("told", List.of("a"), Map.of()));
        Part other = new Part("more", told, new Question("told", List.of("a", "b"), Map.of()));
        ReadReport.checkPersons(List.of(report(List.of(one)), report(List.of(one))));
        assertThatThrownBy(() -> ReadReport.checkPersons(List.of(report(List.of(one)), report(List.of(other)))))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContainingAll("reports/x/report.yaml", "[a]", "[a, b]", "withheld");
    }

    private static Report report(List<Part> parts) {
        return new Report(
                "x", "X", "How many?", parts, List.of(), Map.of(), List.of("html"), "0 0 6 3 * ?", "Not all.");
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
        Report report = read(GOOD);
        GroupedCount count = GroupedCount.of(
                List.of("platform", "month"),
                List.of(new Combination(List.of(List.of("=cmd|' /C calc'!A0"), List.of("2020-05")), 2)));
        Counted counted = new Counted(
                report,
                LocalDate.of(2026, 11, 29),
                7,
                Map.of(),
                List.of(Figure.of(report.parts().get(0), count)),
                List.of());
        assertThat(Figures.csv(counted)).contains("\r\n'=cmd|' /C calc'!A0,2020-05,2\r\n");
    }
}

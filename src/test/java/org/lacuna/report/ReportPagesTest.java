package org.lacuna.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Question;

@QuarkusTest
class ReportPagesTest {
    private static final String REPORT = "/reports/restrictions-by-month";

    @Inject
    DataSets dataSets;

    @Inject
    EditionForTests edition;

    @Test
    void the_list_leads_to_the_report() {
        Response list = given().get("/reports");
        assertThat(Jsoup.parse(list.asString()).select("main a").eachAttr("href"))
                .contains(REPORT, REPORT + ".csv");
    }

    @Test
    void page_csv_and_json_hold_the_same_figures() {
        long total = dataSets.count(new Question("restrictions", List.of("platform"), Map.of()), dataSets.now())
                .total();
        assertThat(total).as("the founding record is there").isPositive();

        JsonPath json = given().get(REPORT + ".json")
                .then()
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertThat(json.getLong("total")).isEqualTo(total);
        List<Integer> counts = json.getList("groups.count");
        assertThat(counts.stream().mapToLong(Integer::longValue).sum()).isEqualTo(total);

        Response csv = given().queryParam("format", "csv").get(REPORT);
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(csv.asString()).stream().toList();
        assertThat(lines.get(0).getHeader())
                .containsExactly(
                        "part",
                        "platform",
                        "month",
                        "year",
                        "state",
                        "verification",
                        "liftedMonth",
                        "liftedYear",
                        "count");
        assertThat(sum(lines, line -> line.getField("part").isEmpty())).isEqualTo(total);
        assertThat(sum(lines, line -> line.getField("part").equals("lifts")))
                .as("each that is lifted stands in a month of its lift, or in none that is known")
                .isPositive()
                .isEqualTo(sum(lines, line -> line.getField("state").equals("lifted")))
                .isEqualTo(json.getLong("parts.lifts.total"));

        String page = Jsoup.parse(given().get(REPORT).asString()).text();
        assertThat(page).contains(total + " restrictions recorded", "What this report cannot say");
    }

    private static long sum(List<NamedCsvRecord> lines, Predicate<NamedCsvRecord> which) {
        return lines.stream()
                .filter(which)
                .mapToLong(line -> Long.parseLong(line.getField("count")))
                .sum();
    }

    @Test
    void a_report_can_be_counted_as_the_record_stood_on_a_day() {
        assertThat(given().get(REPORT + ".json?asOf=2001-01-01").jsonPath().getLong("total"))
                .isZero();
        Document page = Jsoup.parse(given().get(REPORT + "?asOf=2001-01-01")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(page.text()).contains("1 January 2001", "no public restriction", "No edition was published by then");
        assertThat(page.select("main a").eachAttr("href")).contains(REPORT, REPORT + ".csv?asOf=2001-01-01");
        String today = LocalDate.now(Clock.systemUTC()).toString();
        assertThat(given().get(REPORT + ".csv?asOf=" + today).asString())
                .isEqualTo(given().get(REPORT + ".csv").asString());
        assertThat(Jsoup.parse(given().get("/reports?asOf=2001-01-01").asString())
                        .text())
                .contains("No edition was published by then");
    }

    @Test
    void a_day_that_is_none_or_still_to_come_is_refused_with_a_page() {
        for (String day : List.of("someday", "2999-01-01", "2026-13-01")) {
            Response refused = given().accept("text/html").get(REPORT + "?asOf=" + day);
            assertThat(refused.statusCode()).as(day).isEqualTo(400);
            assertThat(Jsoup.parse(refused.asString()).select("main").text()).contains("asOf: expected");
        }
    }

    @Test
    void persons_are_not_counted_on_a_day_that_somebody_chooses() {
        for (String report : List.of("monitor-health", "yearly")) {
            Response refused = given().accept("text/html").get("/reports/" + report + ".csv?asOf=2026-01-01");
            assertThat(refused.statusCode()).as(report).isEqualTo(404);
            assertThat(Jsoup.parse(refused.asString()).select("main").text()).contains("withheld to shield");
        }
    }

    @Test
    void an_edition_writes_days_and_bytes_as_people_do() {
        Document page = Jsoup.parse(given().get(edition.published()).asString());
        assertThat(page.select(".about-edition td.number").eachText())
                .isNotEmpty()
                .allMatch(bytes -> bytes.matches("\\d{1,3}(?:,\\d{3})*"));
        assertThat(page.select("meta[name=description]").attr("content")).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        assertThat(Jsoup.parse(given().get("/reports").asString())
                        .select("main .small")
                        .text())
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void an_unchanged_report_is_not_sent_twice() {
        String tag = given().get(REPORT + ".json").header("ETag");
        given().header("If-None-Match", tag).get(REPORT + ".json").then().statusCode(304);
    }

    @Test
    void an_unknown_report_and_an_unknown_format_are_not_found() {
        given().get("/reports/nothing-like-it").then().statusCode(404);
        Response pdf = given().queryParam("format", "pdf").get(REPORT);
        assertThat(pdf.statusCode()).isEqualTo(404);
        assertThat(pdf.asString()).contains("A PDF is made of editions only");
        Response docx = given().queryParam("format", "docx").get(REPORT);
        assertThat(docx.statusCode()).isEqualTo(404);
        assertThat(docx.asString()).contains("html, csv, json, pdf");
    }
}

package org.lacuna.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RetractCase;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.shared.TextFile;

/** Pages about the record as a whole, as they stood on a day; or that they cannot tell. */
@QuarkusTest
class EarlierPagesTest {
    private static final int MANY = 51;

    @Inject
    ImportRecord importRecord;

    @Inject
    RetractCase retract;

    @Inject
    PublicRecord record;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @Inject
    BulkSets bulk;

    private static Document page(String path) {
        Response answer = given().urlEncodingEnabled(false).accept("text/html").get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about", "/methods", "/data", "/reachable"})
    void a_page_without_earlier_versions_says_so(String path) {
        assertThat(page(path + "?asOf=2026-01-02")
                        .select("main .notice[role=note]")
                        .text())
                .contains("No earlier versions of this page are kept")
                .contains("2 January 2026");
        assertThat(page(path).select("main .notice[role=note]")).isEmpty();
    }

    @Test
    void the_log_is_shown_as_it_was_signed_by_the_end_of_a_day() {
        steps.all();
        // other tests sign with a clock that stands at the beginning of 1970
        Document before = page("/log?asOf=1969-12-31");
        assertThat(before.select(".earlier").text()).contains("31 December 1969");
        assertThat(before.select("table td").eachText()).contains("0");
        assertThat(page("/log?asOf=" + today()).select("table code").eachText())
                .contains(log.head().root().base64());
    }

    @Test
    void sets_of_files_are_those_that_there_were() {
        String set = bulk.make().orElseThrow();
        assertThat(page("/bulk?asOf=2001-01-01").select("main").text())
                .contains("No set of that day or before is kept")
                .doesNotContain(set, "/bulk/latest");
        assertThat(page("/bulk?asOf=" + today()).select("main").text()).contains(set, "these are still kept");
    }

    @Test
    void how_a_platform_is_watched_is_left_out_of_an_earlier_day() {
        assertThat(page("/platforms/youtube").select("#watched ~ dl").text()).contains("every 6 hours");
        Document then = page("/platforms/youtube?asOf=" + today());
        assertThat(then.select("main").text())
                .contains("known only as they are now")
                .doesNotContain("every 6 hours", "must look Available");
        assertThat(then.select("a[href='/platforms/youtube#watched']")).hasSize(1);
        assertThat(page("/platforms?asOf=" + today()).select("main").text()).doesNotContain("every 6 hours");
    }

    @Test
    void corrections_are_turned_page_by_page_in_both_tables_and_read_as_of_a_day() {
        recordMany();
        List<String> corrected = turned("/corrections", "Put right", ".list a");
        assertThat(corrected).doesNotHaveDuplicates();
        assertThat(corrected)
                .filteredOn(address -> address.startsWith("/cases/many-corrected#"))
                .hasSize(MANY);
        List<String> withdrawn = turned("/corrections", "Taken out, taken back, moved", "table td a");
        assertThat(withdrawn)
                .filteredOn(address -> address.startsWith("/cases/many-withdrawn-"))
                .hasSize(MANY);
        Document before = page("/corrections?asOf=2001-01-01");
        assertThat(before.select("main").text())
                .contains("1 January 2001", "No line on the record corrects another", "Nothing was taken out");
        assertThat(page("/corrections?asOf=" + today())
                        .select("nav a[rel=next]")
                        .attr("href"))
                .contains("asOf=" + today());
    }

    /** The addresses in one table, page after page; the other table stays where it is. */
    private static List<String> turned(String path, String table, String links) {
        List<String> found = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        int pages = 0;
        while (next.isPresent()) {
            Document page = page(next.get());
            found.addAll(page.select(links).eachAttr("href"));
            next = Optional.ofNullable(page.selectFirst("nav[aria-label='" + table + "'] a[rel=next]"))
                    .map(link -> link.attr("href"));
            assertThat(page.select("nav a[href=/corrections]").isEmpty())
                    .as("the way back to the newest")
                    .isEqualTo(pages == 0);
            pages++;
        }
        assertThat(pages).isGreaterThan(1);
        return found;
    }

    private void recordMany() {
        if (record.caseDocument("many-corrected").isPresent()) {
            return;
        }
        importRecord.files(List.of(
                file("many-lines", oneCase("many-corrected") + lines(i -> """
                          - { type: correction, id: e%d, date: "2020-06-08", corrects: r1, text: Not so., sources: [ paper ] }
                        """.formatted(i))),
                file("many-cases", lines(i -> oneCase("many-withdrawn-" + i)))));
        IntStream.rangeClosed(1, MANY)
                .forEach(i -> retract.retract("many-withdrawn-" + i, new Grounds("error", "", UUID.randomUUID())));
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.rangeClosed(1, MANY).mapToObj(line).collect(Collectors.joining());
    }

    private static TextFile file(String incident, String cases) {
        return new TextFile(incident + ".yaml", """
                incident: %s
                title: Many
                summary: So many that they do not fit on a page.
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                """.formatted(incident) + cases);
    }

    private static String oneCase(String slug) {
        return """
                - case: %s
                  platform: vimeo
                  subject: { kind: account, name: Somebody, url: null, based-in: null, topics: [] }
                  entries:
                  - { type: restriction-imposed, id: r1, date: "2020-06-07", measure: DECISION_ACCOUNT_SUSPENDED, scope: [ worldwide ], demanded-by: null, text: Closed., sources: [ paper ] }
                """.formatted(slug);
    }
}

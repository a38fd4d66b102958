package org.lacuna.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.Browser;
import org.lacuna.cases.ImportRecord;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.TextFile;

/** Records as hardly anybody would write them, from the file to the page that a reader sees. */
@QuarkusTest
class HardCasesInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int ENTRIES = 2000;
    private static final String TIBETAN =
            "བོད་ཀྱི་ལོ་རྒྱུས་དང་རིག་གཞུང་སྐོར་གྱི་གནས་ཚུལ་".repeat(20).substring(0, 500);
    private static final String WITHOUT_A_GAP = "བཀྲ".repeat(167).substring(0, 500);
    private static final String MIXED = "ئۇيغۇر (Uyghur) تور بېكىتى: «Zoom» 2020-06-07 – 六四 </bdi> \"quoted\"";
    private static final String SCRIPT = "Ana </script><script>alert(1)</script></title> & <b>co</b>";

    @TestHTTPResource
    URI root;

    @Inject
    ImportRecord importRecord;

    @Inject
    PublicRecord record;

    @BeforeEach
    void recordThem() {
        if (record.caseDocument("hard-many").isEmpty()) {
            importRecord.files(List.of(
                    file("hard-lines", "Two thousand lines", oneCase("hard-many", "Somebody", many())),
                    file(
                            "hard-words",
                            TIBETAN,
                            oneCase("hard-tibetan", TIBETAN, one(TIBETAN))
                                    + oneCase("hard-no-gap", WITHOUT_A_GAP, one(WITHOUT_A_GAP))
                                    + oneCase("hard-mixed", MIXED, one(MIXED))
                                    + oneCase("hard-script", SCRIPT, one(SCRIPT)))));
        }
    }

    private static TextFile file(String incident, String title, String cases) {
        return new TextFile(
                incident + ".yaml", """
                incident: %1$s
                title: %2$s
                summary: %2$s
                sources:
                - id: paper
                  publisher: %3$s
                  title: %2$s
                  url: "https://paper.example/%4$s"
                  published: null
                  language: ug
                cases:
                """.formatted(incident, quoted(title), quoted(MIXED), "long".repeat(100)) + cases);
    }

    private static String oneCase(String slug, String name, String entries) {
        return """
                - case: %s
                  platform: vimeo
                  subject: { kind: account, name: %s, url: null, based-in: null, topics: [] }
                  entries:
                """.formatted(slug, quoted(name)) + entries;
    }

    private static String one(String text) {
        return imposed("r1", LocalDate.of(2020, 6, 7), text);
    }

    /** Suspended and let back in, again and again, with what was said each time. */
    private static String many() {
        return IntStream.rangeClosed(1, ENTRIES / 4)
                .mapToObj(i -> {
                    LocalDate day = LocalDate.of(2015, 1, 1).plusDays(6L * i);
                    return imposed("r" + i, day, "Closed again.")
                            + statement("e" + 3 * i, day.plusDays(1))
                            + noticed("e" + (3 * i + 1), day.plusDays(2))
                            + lifted("e" + (3 * i + 2), "r" + i, day.plusDays(3));
                })
                .collect(Collectors.joining());
    }

    private static String imposed(String id, LocalDate day, String text) {
        return entry(
                "restriction-imposed",
                id,
                day,
                "measure: DECISION_ACCOUNT_SUSPENDED\n    scope: [ worldwide ]\n    demanded-by: { government: TR }",
                text);
    }

    private static String statement(String id, LocalDate day) {
        return entry("statement", id, day, "by: platform\n    explanation: local-law", "It follows the law.");
    }

    private static String noticed(String id, LocalDate day) {
        return entry("context", id, day, "disputed: []", "Others noticed it.");
    }

    private static String lifted(String id, String lifts, LocalDate day) {
        return entry(
                "restriction-lifted",
                id,
                day,
                "lifts: [ " + lifts + " ]\n    extent: full\n    how: platform-reversal",
                "Let in again.");
    }

    private static String entry(String type, String id, LocalDate day, String own, String text) {
        return """
                  - type: %s
                    id: %s
                    date: "%s"
                    %s
                    text: %s
                    sources: [ paper ]
                """.formatted(type, id, day, own, quoted(text))
                + (own.startsWith("disputed") ? "" : "    disputed: []\n");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void a_case_with_two_thousand_entries_has_each_of_them_in_its_page() {
        Response answer = given().accept("text/html").get("/cases/hard-many");
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select(".timeline > li")).hasSize(ENTRIES);
        assertThat(page.select(".restriction")).hasSize(ENTRIES / 4);
        assertThat(page.select(".said > li")).hasSize(ENTRIES / 4);
        assertThat(page.select("#chart-course tbody tr")).hasSize(ENTRIES);
        assertThat(Double.parseDouble(
                        page.select("#chart-course .wide-drawing svg").attr("height")))
                .as("the drawing does not grow with the case")
                .isLessThan(400);
        assertThat(page.select(".timeline .no").last().text()).isEqualTo(ENTRIES + ".");
        assertThat(given().get("/cases/hard-many/course.csv").asString().lines())
                .hasSize(ENTRIES + 2);
    }

    @Test
    void a_script_in_a_name_stays_a_name_in_pages_charts_and_files() {
        for (String path : List.of("/cases/hard-script", "/incidents/hard-words", "/cases?q=alert")) {
            Document page = Jsoup.parse(given().accept("text/html").get(path).asString());
            assertThat(page.select("script")).as(path).isEmpty();
            assertThat(page.select("main").text()).as(path).contains(SCRIPT);
        }
        Document incident = Jsoup.parse(
                given().accept("text/html").get("/incidents/hard-words").asString());
        assertThat(incident.select("#chart-standing .wide-drawing g > title").eachText())
                .anyMatch(text -> text.startsWith(SCRIPT));
        assertThat(incident.select("#chart-standing svg b, #chart-standing b")).isEmpty();
        String svg = given().get("/incidents/hard-words/standing.svg").asString();
        assertThat(svg).doesNotContain("<script").contains("&lt;/script&gt;");
        assertThat(given().get("/incidents/hard-words/standing.png").statusCode())
                .isEqualTo(200);
        assertThat(Jsoup.parse(given().get("/cases/hard-script").asString()).title())
                .startsWith(SCRIPT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hard-many, /cases/hard-many, Somebody",
        "hard-tibetan, /cases/hard-tibetan, བོད་ཀྱི་ལོ་རྒྱུས་",
        "hard-no-gap, /cases/hard-no-gap, བཀྲབཀྲ",
        "hard-mixed, /cases/hard-mixed, ئۇيغۇر (Uyghur)",
        "hard-script, /cases/hard-script, alert(1)",
        "hard-incident, /incidents/hard-words, བོད་ཀྱི་ལོ་རྒྱུས་",
        "hard-list, /cases?q=2020&platform=vimeo, Vimeo",
        "hard-address, /cases/LONG, There is no public case named",
    })
    void it_fits_a_phone_and_a_desk_and_nothing_runs(String name, String path, String says) {
        try (Browser.Window window = Browser.started().window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.page();
            page.navigate(root.resolve(path.replace("LONG", "x".repeat(3000))).toString());
            assertThat(page.locator("main").textContent()).contains(says);
            assertFits(page, name, PHONE);
            page.setViewportSize(DESK, 900);
            assertFits(page, name, DESK);
            assertThat(window.complaints())
                    .filteredOn(complaint -> !complaint.contains("404"))
                    .isEmpty();
        }
    }

    /** What is wider than the window, and letters that were drawn over a neighbour's, would show here. */
    private static void assertFits(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('svg text')].filter(text => {
                          const own = text.getBoundingClientRect();
                          const svg = text.ownerSVGElement.getBoundingClientRect();
                          return own.width > 0 && (own.left < svg.left - 2 || own.right > svg.right + 2);
                        }).map(text => text.textContent)
                        """)).as("labels that leave their drawing").isEqualTo(List.of());
    }
}

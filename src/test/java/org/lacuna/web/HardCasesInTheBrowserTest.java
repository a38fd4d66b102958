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
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.Browser;
import org.lacuna.cases.ImportRecord;
import org.lacuna.publication.PublicRecord;

/** Records as hardly anybody would write them, from the file to the page that a reader sees. */
@QuarkusTest
class HardCasesInTheBrowserTest {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int ENTRIES = 2000;
    private static final String SCRIPT = HardRecords.SCRIPT;

    @TestHTTPResource
    URI root;

    @Inject
    ImportRecord importRecord;

    @Inject
    PublicRecord record;

    @BeforeEach
    void recordThem() {
        if (record.caseDocument("hard-many").isEmpty()) {
            importRecord.files(HardRecords.all(ENTRIES));
        }
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

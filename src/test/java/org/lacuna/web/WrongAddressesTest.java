package org.lacuna.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.LogForTests;

/** Whatever stands in an address, a person gets a page that can be read, and no log tells of a fault of ours. */
@QuarkusTest
class WrongAddressesTest {
    private static final String CASE = "/cases/zoom-humanitarian-china-2020";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/nobody",
                "/cases/%00",
                "/cases/%ff%fe",
                "/cases/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/cases/a/b/c",
                "/incidents/%E0%BD%96%E0%BD%BC",
                "/incidents/nobody",
                "/platforms/no-such",
                "/countries/zz",
                "/countries/china",
                "/reports/none",
                "/reports/GEO",
                "/reports/geo-blocks/0",
                "/reports/geo-blocks/-1",
                "/reports/geo-blocks/4711",
                "/reports/geo-blocks/99999999999999",
                "/reports/geo-blocks/99999999999999/document.json",
                "/reports/geo-blocks/99999999999999.csv",
                "/reports/geo-blocks?format=exe",
                "/xx/cases",
                "/de-DE-x-y/cases",
                "/xx/reports",
                "/%2e%2e/%2e%2e/etc/passwd",
                CASE + "/course.exe",
                "/incidents/zoom-june-fourth-2020/standing.exe",
                CASE + "?asOf=2001-01-01",
            })
    void what_is_not_there_is_a_readable_page(String path) {
        assertReadable(path, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?asOf=someday",
                "/cases?asOf=2026-02-30",
                CASE + "?asOf=2026-13-45",
                CASE + "?asOf=Y170000002",
                CASE + "?asOf=-4000-01-01",
                CASE + "?asOf=2020-06/..",
                CASE + "?asOf=%00",
                "/incidents/zoom-june-fourth-2020?asOf=+999999999-12-31",
                "/platforms?asOf=0000",
                "/platforms/zoom?asOf=x",
                "/countries?asOf=x",
                "/countries/cn?asOf=x",
                "/countries/countries.csv?asOf=x",
                "/reports?asOf=x",
                "/reports/geo-blocks?asOf=9999-12-31",
                "/about?asOf=x",
                "/methods?asOf=x",
                "/data?asOf=2026-02-30",
                "/reachable?asOf=x",
                "/log?asOf=x",
                "/bulk?asOf=x",
                "/corrections?asOf=x",
                "/corrections?corrected=edited",
                "/corrections?withdrawn=edited",
                "/cases?cursor=%00",
                "/cases?cursor=edited",
                "/cases?minLatency=99999999999999999999",
                "/cases?from=garbage",
                "/cases?status=blocked",
                "/cases?q=%ED%A0%80",
            })
    void what_cannot_be_asked_is_a_readable_page(String path) {
        assertReadable(path, 400);
    }

    private static void assertReadable(String path, int status) {
        try (LogForTests log = new LogForTests()) {
            Response answer = given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                    .urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
            Document page = Jsoup.parse(answer.asString());
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main h2").text()).isEqualTo("What you can do");
            assertThat(page.select("main .standfirst").text()).isNotBlank().doesNotContain("Exception", "java.");
            assertThat(page.select("main script")).isEmpty();
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(answer.asString().chars().filter(sign -> sign < ' ' && sign != '\n' && sign != '\t'))
                    .as("characters that nobody sees")
                    .isEmpty();
            assertThat(log.lines()).doesNotContain("our fault");
        }
    }
}

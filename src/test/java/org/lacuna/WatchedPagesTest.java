package org.lacuna;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.crawl.WatchedSite;
import org.lacuna.shared.Database;

/** What readers are shown of the watching: of a platform as a whole, and of one page they ask about. */
@QuarkusTest
class WatchedPagesTest {
    private static final String PUBLIC_CASE = "zoom-humanitarian-china-2020";

    @Inject
    WatchedSite site;

    @Inject
    Database database;

    private final String platform = "test-" + FreshWord.of(8);

    @BeforeEach
    void open() {
        site.open(platform, PUBLIC_CASE);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_platform_s_page_shows_from_where_it_is_watched_and_how_its_control_looks() {
        assertThat(watching().text()).contains("none yet", "From where Test Site is watched");
        site.lookAgain();
        Document page = watching();
        assertThat(page.select("#watched ~ table tbody tr")).hasSize(1);
        assertThat(page.select("#watched ~ table tbody td.number").text()).isEqualTo("1");
        assertThat(page.select("#watched ~ table tbody td").eachText())
                .as("last look, last success, control")
                .hasSize(4)
                .noneMatch(cell -> cell.contains("none yet"))
                .last()
                .asString()
                .contains("alive");
        assertThat(page.select(".notice.warning")).isEmpty();
        JsonPath told = given().get("/api/v1/platforms/" + platform + "/watching")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(told.getString("from[0].vantage")).isEqualTo("direct");
        assertThat(told.getString("from[0].control")).isEqualTo("alive");
        assertThat(told.getString("from[0].lastSuccess")).isNotNull();
        assertThat(told.getList("alerts")).isEmpty();
    }

    @Test
    void a_failed_control_is_shown_as_a_warning_until_it_recovers() {
        site.origin().html("/control", "<p class=gone>gone</p>");
        controlAgain();
        assertThat(watching().select(".notice.warning").text())
                .contains("The control is suspended, expected available.", "nothing is concluded about Test Site");
        assertThat(watching().select("#watched ~ table tbody td").last().text()).contains("not alive");
        site.origin().html("/control", "<p class=alive>control</p>");
        controlAgain();
        assertThat(watching().select(".notice.warning")).isEmpty();
    }

    @Test
    void a_look_that_was_not_let_in_is_no_success() {
        site.origin().html("/ana", "<p>who are you?</p>");
        site.lookAgain();
        JsonPath told =
                given().get("/api/v1/platforms/" + platform + "/watching").jsonPath();
        assertThat(told.getString("from[0].lastLook")).isNotNull();
        assertThat(told.getString("from[0].lastSuccess")).isNull();
    }

    @Test
    void nobody_watches_a_platform_that_is_only_named_and_one_that_is_not_is_not_found() {
        assertThat(given().get("/api/v1/platforms/bing/watching").jsonPath().getList("from"))
                .isEmpty();
        given().get("/api/v1/platforms/nobody/watching").then().statusCode(404);
    }

    @Test
    void what_our_looks_say_of_a_page_is_told_without_another_look() {
        known("/ana");
        site.lookAgain();
        int asked = site.origin().requests().size();
        Response answer = ask(address("/ana"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("section table tbody tr")).hasSize(1);
        assertThat(page.select("section .badge.observed").text()).isEqualTo("Available");
        assertThat(site.origin().requests()).as("asking makes us visit nothing").hasSize(asked);
    }

    @Test
    void of_a_page_whose_case_is_not_public_we_say_the_same_as_of_one_nobody_watches() {
        known("/ana");
        site.lookAgain();
        database.change(
                "UPDATE watch SET case_slug = 'not-public-2026' WHERE platform = ? AND kind = 'watch'", platform);
        String secret = answerTo(address("/ana"));
        assertThat(secret).contains("We do not know");
        assertThat(secret)
                .isEqualTo(answerTo(address("/bea")).replace("/bea", "/ana").replace("%2Fbea", "%2Fana"));
    }

    @Test
    void of_nonsense_and_of_unknown_addresses_we_do_not_know_either() {
        for (String typed : List.of(
                "https://unknown.example/ana",
                "nonsense",
                "https://",
                "https://[",
                "javascript:alert(1)",
                "<script>alert(1)</script>",
                "http://127.0.0.1:" + site.origin().port() + "/ana",
                "https://" + platform + ".example/../..",
                "https://www.youtube.com/..",
                "https://a.b/" + "x".repeat(3000))) {
            Response answer = ask(typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(Jsoup.parse(answer.asString()).select("#answer").text())
                    .as(typed)
                    .isEqualTo("We do not know");
            assertThat(answer.asString()).doesNotContain("<script>alert");
        }
        assertThat(site.origin().requests()).isEmpty();
        assertThat(Jsoup.parse(ask("").asString()).select("#answer")).isEmpty();
    }

    /** The definition reads whole addresses as ids, so the watch is of the address that people would type. */
    private void known(String path) {
        database.change(
                "UPDATE watch SET subject = ?, url = ? WHERE platform = ? AND kind = 'watch'",
                subject(path),
                address(path),
                platform);
    }

    private String address(String path) {
        return site.origin().url(platform + ".example", path).toString();
    }

    private String subject(String path) {
        return address(path);
    }

    private void controlAgain() {
        database.change("UPDATE watch SET due = now() WHERE platform = ?", platform);
        assertThat(site.lookAgain()).isPositive();
    }

    private Document watching() {
        return Jsoup.parse(given().get("/platforms/" + platform).asString());
    }

    private static Response ask(String typed) {
        return given().queryParam("url", typed).get("/reachable");
    }

    private static String answerTo(String typed) {
        return Jsoup.parse(ask(typed).asString()).body().html();
    }
}

package org.lacuna.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.publication.editions.Edition;
import org.lacuna.publication.editions.MakeEditions;

/** What a reader finds who asks for editions as they stood on a day. */
@QuarkusTest
class EditionAsOfTest {
    private static final String REPORT = "geo-blocks";
    private static final String NOTHING_KEPT = "No earlier versions of this page are kept";
    private static final String AS_IT_WAS = "This is what was on the record at the end of";

    @Inject
    EditionForTests editions;

    @Inject
    MakeEditions make;

    @Inject
    RenderEditions render;

    @Inject
    DeskForTests desk;

    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    private static void tomorrow() {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), Clock.class);
    }

    @AfterEach
    void today() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
    }

    private static Document page(String address, int status) {
        Response answer = given().accept("text/html").get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(status);
        return Jsoup.parse(answer.asString());
    }

    private void decide(Edition edition, String what) {
        assertThat(desk.loggedIn()
                        .post("/desk/editions/" + edition.name() + "/" + what, Map.of("why", "Only to look at it."))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_edition_is_shown_from_the_day_on_which_it_was_published_and_not_before() {
        Edition edition = editions.another(REPORT);
        String address = "/reports/" + edition.name();

        Document then = page(address + "?asOf=" + today, 200);
        assertThat(then.select("main").text())
                .contains(AS_IT_WAS, "Who demanded them")
                .doesNotContain(NOTHING_KEPT);
        assertThat(then.select(".earlier a").attr("href")).isEqualTo(address);
        assertThat(then.select("form.askday").attr("action")).isEqualTo(address);
        assertThat(page("/reports?asOf=" + today, 200).select("main a").eachAttr("href"))
                .contains(address);

        LocalDate before = today.minusDays(1);
        assertThat(page(address + "?asOf=" + before, 404).select("main").text())
                .contains("Edition " + edition.number() + " of geo-blocks was not published yet");
        for (String file : new String[] {"/document.json", ".html", ".csv", ".json", ".pdf"}) {
            given().get(address + file + "?asOf=" + before).then().statusCode(404);
            given().get(address + file + "?asOf=" + today).then().statusCode(200);
        }
        for (String list : new String[] {"/reports", "/reports/" + REPORT}) {
            assertThat(page(list + "?asOf=" + before, 200).select("main a").eachAttr("href"))
                    .as(list)
                    .doesNotContain(address);
        }
    }

    @Test
    void an_edition_asked_for_without_a_day_says_nothing_of_one() {
        String text = page("/reports/" + editions.another(REPORT).name(), 200)
                .select("main")
                .text();
        assertThat(text).contains("Read this page as it stood on").doesNotContain(AS_IT_WAS, NOTHING_KEPT);
    }

    @Test
    void what_has_ended_since_is_gone_for_the_days_before_too_and_the_page_says_that_it_is_not_as_it_was() {
        Edition edition = editions.another(REPORT);
        String address = "/reports/" + edition.name();
        tomorrow();
        decide(edition, "withdraw");
        assertThat(page(address + "?asOf=" + today, 410).select("main").text())
                .contains(NOTHING_KEPT, "An editor took this edition back")
                .doesNotContain(AS_IT_WAS, "Who demanded them");
        assertThat(page(address + "?asOf=" + today.plusDays(1), 410)
                        .select("main")
                        .text())
                .contains(AS_IT_WAS, "An editor took this edition back")
                .doesNotContain(NOTHING_KEPT);
        given().get(address + ".csv?asOf=" + today).then().statusCode(410);
    }

    @Test
    void what_stands_in_for_an_edition_is_named_from_the_day_on_which_it_was_published() {
        Edition edition = editions.another(REPORT);
        String address = "/reports/" + edition.name();
        decide(edition, "withdraw");
        tomorrow();
        decide(edition, "again");
        while (make.makeOne(render)) {
            // other tests may have ordered some
        }
        Edition next = editions.publishLatest(REPORT);
        String link = "main .notice a[href=/reports/" + next.name() + "]";
        assertThat(page(address, 410).select(link)).hasSize(1);
        assertThat(page(address + "?asOf=" + today.plusDays(1), 410).select(link))
                .hasSize(1);
        assertThat(page(address + "?asOf=" + today, 410).select(link)).isEmpty();
        page("/reports/" + next.name() + "?asOf=" + today, 404);
    }

    @Test
    void a_day_that_is_none_is_refused_with_a_page() {
        String address = "/reports/" + editions.another(REPORT).name();
        assertThat(page(address + "?asOf=someday", 400).select("main").text()).contains("asOf: expected");
        given().get(address + ".csv?asOf=someday").then().statusCode(400);
    }
}

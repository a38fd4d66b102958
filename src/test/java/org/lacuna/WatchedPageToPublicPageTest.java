package org.lacuna;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.crawl.WatchedSite;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.evidence.Place;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.publication.captures.ReviewCaptures;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;

/**
 * The whole way of an observation: a page on a web server, the guarded client, the evidence on disk, the judge, the
 * case, the public document, the API and the page. Only the hours between the looks are not waited for.
 */
@QuarkusTest
class WatchedPageToPublicPageTest {
    private static final LocalOrigin.Reply BLOCKED = LocalOrigin.page(
            451,
            "text/html; charset=utf-8",
            "<p>Kept from you by order of a court.</p>".getBytes(UTF_8),
            "Link: <https://court.example/order>; rel=\"blocked-by\"");

    @Inject
    ImportRecord importRecord;

    @Inject
    WatchedSite site;

    @Inject
    EvidenceStore evidence;

    @Inject
    ReviewCaptures review;

    // it stays in the past, since facts of the future would stay too
    private final Hands clock = new Hands(Instant.now().minus(Duration.ofDays(2)));

    @BeforeEach
    void wind() {
        QuarkusMock.installMockForType(clock, Clock.class);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_page_that_begins_to_answer_451_is_shown_as_observed_and_the_status_stays() throws IOException {
        publishAndWatch("google-play", "from-page-to-page");
        lookAfter(Duration.ZERO);
        lookAfter(Duration.ofHours(2));
        assertThat(publicCase("from-page-to-page").getMap("observed"))
                .as("that it is there is no news")
                .isNull();

        site.origin().at("/ana", BLOCKED);
        lookAfter(Duration.ofHours(3));
        lookAfter(Duration.ofHours(3));
        assertThat(publicCase("from-page-to-page").getMap("observed"))
                .as("two looks are not enough")
                .isNull();
        lookAfter(Duration.ofHours(3));

        JsonPath told = publicCase("from-page-to-page");
        assertThat(told.getString("status")).isEqualTo("restricted");
        assertThat(told.getString("observed.outcome")).isEqualTo("withheld");
        assertThat(told.getList("observed.vantages")).containsExactly("direct");
        assertThat(told.getList("timeline.type")).containsExactly("restriction-imposed", "observation");
        assertThat(told.getString("timeline[1].outcome")).isEqualTo("withheld");
        assertThat(hoursAgo(told.getString("timeline[1].lastSeenAvailable"))).isEqualTo(9);
        assertThat(hoursAgo(told.getString("timeline[1].firstSeenGone"))).isEqualTo(6);
        List<String> named = told.getList("timeline[1].evidence");
        assertThat(named).hasSize(3).doesNotHaveDuplicates();
        for (String digest : named) {
            Digest kept = Digest.parse(digest);
            Place place = evidence.where(kept).orElseThrow();
            byte[] file = Files.readAllBytes(place.file());
            int from = Math.toIntExact(place.offset());
            assertThat(Digest.of(Arrays.copyOfRange(file, from, from + Math.toIntExact(place.length()))))
                    .as("what sha256sum says of the bytes")
                    .isEqualTo(kept);
            assertThat(evidence.find(kept).orElseThrow().status()).isEqualTo(451);
        }

        Document page = publicPage("from-page-to-page");
        assertThat(page.select(".seen .badge.observed").text()).isEqualTo("Withheld");
        assertThat(page.select(".timeline > li").eachAttr("id")).containsExactly("r1", "o1");
        assertThat(page.select("#r1 .nature").text()).isEqualTo("Claimed");
        assertThat(page.select("#o1.observed .nature").text()).isEqualTo("Observed");
        assertThat(page.select("#o1").text()).contains("from available to withheld");
        assertThat(page.select("#o1 code").eachText()).containsExactlyElementsOf(named);
        for (String digest : named) {
            Digest kept = Digest.parse(digest);
            assertThat(given().get("/captures/" + kept.hex()).statusCode())
                    .as("nobody has looked at it")
                    .isEqualTo(404);
            assertThat(review.find(kept).orElseThrow().cases()).containsExactly("from-page-to-page");
            assertThat(review.look(kept))
                    .as("what repeats an earlier body has the whole of it")
                    .isInstanceOfSatisfying(ReviewCaptures.Look.Copy.class, copy -> {
                        assertThat(copy.shown().status()).isEqualTo(451);
                        assertThat(copy.shown().html()).contains("Kept from you by order of a court.");
                    });
        }
    }

    @Test
    void where_the_control_answers_451_too_it_is_our_visit_and_nothing_is_shown() {
        publishAndWatch("bing", "all-of-it-blocked");
        lookAfter(Duration.ZERO);
        lookAfter(Duration.ofHours(2));
        site.origin().at("/ana", BLOCKED).at("/control", BLOCKED);
        for (int i = 0; i < 5; i++) {
            lookAfter(Duration.ofHours(3));
        }
        assertThat(publicCase("all-of-it-blocked").getMap("observed")).isNull();
        assertThat(publicCase("all-of-it-blocked").getList("timeline")).hasSize(1);
        assertThat(publicPage("all-of-it-blocked").select(".timeline .observed"))
                .isEmpty();
    }

    /** On a platform that Lacuna only names, so that nothing else in this run looks at it: facts stay. */
    private void publishAndWatch(String platform, String slug) {
        String small =
                RecordRoundTripTest.small(slug + "-incident", slug).replace("platform: zoom", "platform: " + platform);
        importRecord.files(List.of(new TextFile(slug + ".yaml", small)));
        site.open(platform, slug);
    }

    /** The control is looked at again too: it was seen alive too long ago. */
    private void lookAfter(Duration pause) {
        clock.move(pause);
        assertThat(site.lookAgain()).isPositive();
    }

    private long hoursAgo(String at) {
        return Math.round(Duration.between(Instant.parse(at), clock.instant()).toMinutes() / 60.0);
    }

    private static JsonPath publicCase(String slug) {
        return given().get("/api/v1/cases/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Document publicPage(String slug) {
        return Jsoup.parse(given().accept("text/html")
                .get("/cases/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}

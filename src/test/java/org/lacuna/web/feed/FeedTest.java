package org.lacuna.web.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Context;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.cases.RetractCase;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class FeedTest {
    @Inject
    ImportRecord importRecord;

    @Inject
    AddEntries add;

    @Inject
    Redactions redactions;

    @Inject
    RetractCase retract;

    @Inject
    ObjectMapper json;

    private static Response get(String query) {
        return given().get("/feeds/cases.atom" + query);
    }

    private JsonNode items(String query) throws Exception {
        Response answer = given().get("/feeds/cases.json" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/feed+json");
        JsonNode feed = json.readTree(answer.asByteArray());
        FeedRules.json(feed);
        return feed.get("items");
    }

    @Test
    void a_feed_of_everything_keeps_the_rules_and_reads_in_a_feed_reader() throws Exception {
        Response answer = get("");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        FeedRules.atom(answer.asByteArray());
        SyndFeed read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.asByteArray())));
        assertThat(read.getEntries()).hasSizeBetween(40, CaseFeed.ITEMS);
        assertThat(read.getTitle()).isEqualTo("Lacuna: every change");
        items("");
    }

    @Test
    void a_feed_is_narrowed_by_any_filter_and_wrong_ones_are_told() throws Exception {
        for (String query : List.of(
                "?platform=zoom", "?scope=CN&status=restored", "?q=%E5%91%A8", "?hasReversal=true&from=2020-05")) {
            FeedRules.atom(get(query).asByteArray());
        }
        assertThat(items("?incident=zoom-june-fourth-2020"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("tags").toString()).containsAnyOf("zoom", "retracted"));
        given().get("/feeds/cases.json?status=lost")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("status"));
        get("?colour=red").then().statusCode(400).body("parameter", equalTo("colour"));
        get("?status=restored&status=restricted").then().statusCode(400).body("detail", containsString("once"));
    }

    @Test
    void who_has_it_already_is_told_so_and_each_format_has_its_own_tag() {
        String tag = get("?platform=zoom").header("ETag");
        given().header("If-None-Match", tag)
                .get("/feeds/cases.atom?platform=zoom")
                .then()
                .statusCode(304);
        given().header("If-None-Match", tag)
                .get("/feeds/cases.json?platform=zoom")
                .then()
                .statusCode(200);
    }

    @Test
    void changes_are_told_in_words_and_what_is_withdrawn_vanishes() throws Exception {
        record("feeds-one");
        String query = "?incident=feeds-one";
        assertThat(titles("feeds-one-case", query)).singleElement().asString().startsWith("New: Feeds <one> & more");
        String first = about("feeds-one-case", query).get(0).get("id").asText();

        add.add(
                "feeds-one-case",
                List.of(),
                free -> List.of(new RestrictionLifted(
                        head(free.next("e"), "2020-06-10", "It came back & stayed."),
                        List.of("r1"),
                        "full",
                        "unknown")));
        JsonNode lifted = about("feeds-one-case", query).get(0);
        assertThat(lifted.get("title").asText()).startsWith("Restored: ");
        assertThat(lifted.get("content_html").asText())
                .contains("Claimed: <strong>Lifted", "It came back &amp; stayed.", "Status: Restored, was Restricted");
        assertThat(lifted.get("tags").toString()).contains("reversal");
        assertThat(about("feeds-one-case", query).get(1).get("id").asText()).isEqualTo(first);

        String published =
                about("feeds-one-case", query).get(1).get("date_published").asText();
        redactions.hide(Passage.text("feeds-one-case", "r1"), grounds(), Optional.empty());
        assertThat(get(query).asString()).doesNotContain("marked passage");
        List<JsonNode> all = about("feeds-one-case", query);
        JsonNode oldest = all.get(all.size() - 1);
        assertThat(oldest.get("id").asText()).isEqualTo(first);
        assertThat(oldest.get("date_published").asText()).isEqualTo(published);
        assertThat(oldest.get("date_modified").asText()).isGreaterThan(published);

        retract.retract("feeds-one-case", grounds());
        assertThat(get(query).asString()).doesNotContain("Feeds &lt;one&gt;", "came back");
        assertThat(titles("feeds-one-case", query)).containsExactly("Withdrawn: the case feeds-one-case");
    }

    @Test
    void a_case_that_leaves_a_filter_is_heard_of() throws Exception {
        record("feeds-leaves");
        String query = "?incident=feeds-leaves&status=restricted";
        assertThat(titles("feeds-leaves-case", query)).anyMatch(title -> title.startsWith("New: "));
        add.add(
                "feeds-leaves-case",
                List.of(),
                free -> List.of(new RestrictionLifted(
                        head(free.next("e"), "2020-06-10", "Back."), List.of("r1"), "full", "unknown")));
        assertThat(titles("feeds-leaves-case", query)).anyMatch(title -> title.startsWith("Restored: "));
        add.add(
                "feeds-leaves-case",
                List.of(),
                free -> List.of(new Context(head(free.next("e"), "2020-06-11", "Of no concern to this feed."))));
        assertThat(get(query).asString()).doesNotContain("Of no concern");
    }

    @Test
    void a_case_has_a_feed_of_its_own_that_hears_of_no_other_case() throws Exception {
        record("feeds-own");
        record("feeds-other");
        String query = "?case=feeds-own-case";
        assertThat(titles("feeds-own-case", query)).singleElement().asString().startsWith("New: ");
        assertThat(items(query)).hasSize(1);
        retract.retract("feeds-other-case", grounds());
        assertThat(items(query)).as("another case was withdrawn").hasSize(1);
        retract.retract("feeds-own-case", grounds());
        assertThat(titles("feeds-own-case", query)).containsExactly("Withdrawn: the case feeds-own-case");
        get("?case=Not+A+Slug").then().statusCode(400).body("parameter", equalTo("case"));
    }

    @Test
    void pages_say_where_their_feed_is() {
        Document list = Jsoup.parse(given().get("/cases?status=restored").asString());
        assertThat(list.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
                .isEqualTo("/feeds/cases.atom?status=restored");
        Document page =
                Jsoup.parse(given().get("/cases/zoom-humanitarian-china-2020").asString());
        String feed =
                page.select("link[rel=alternate][type=application/atom+xml]").attr("href");
        assertThat(feed).isEqualTo("/feeds/cases.atom?case=zoom-humanitarian-china-2020");
        assertThat(given().get(feed).statusCode()).isEqualTo(200);
    }

    /** The items about one case; the last withdrawals of any case stand beside them. */
    private List<JsonNode> about(String slug, String query) throws Exception {
        List<JsonNode> own = new ArrayList<>();
        items(query).forEach(item -> {
            if (item.get("url").asText().endsWith("/cases/" + slug)) {
                own.add(item);
            }
        });
        return own;
    }

    private List<String> titles(String slug, String query) throws Exception {
        return about(slug, query).stream()
                .map(item -> item.get("title").asText())
                .toList();
    }

    private static Grounds grounds() {
        return new Grounds("privacy", "", UUID.randomUUID());
    }

    private static Head head(String id, String date, String text) {
        return new Head(id, EdtfDate.parse(date), text, List.of("paper"), List.of(), Optional.empty());
    }

    private void record(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
                incident: %1$s
                title: Feeds
                summary: Cases that are followed.
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: "Feeds <one> & more", url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: It was closed, says a marked passage.
                    sources: [ paper ]
                """.formatted(incident))));
    }
}

package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Correction;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.RetractCase;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class CitationTest {
    private static final String ZOOM = "zoom-humanitarian-china-2020";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    ImportRecord importRecord;

    @Inject
    AddEntries add;

    @Inject
    Redactions redactions;

    @Inject
    RetractCase retract;

    private static Response cite(String slug, String query) {
        return given().redirects().follow(false).get("/api/v1/cases/" + slug + "/citation" + query);
    }

    @Test
    void a_case_is_cited_in_three_styles_with_its_permalink() {
        cite(ZOOM, "?format=apa")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("Link", containsString("/cases/" + ZOOM + "?asOf=" + TODAY + ">; rel=\"cite-as\""))
                .body(startsWith("Lacuna. ("));
        cite(ZOOM, "?format=bibtex").then().statusCode(200).body(startsWith("@misc{" + ZOOM + "-"));
        cite(ZOOM, "")
                .then()
                .statusCode(200)
                .contentType("application/vnd.citationstyles.csl+json")
                .body("[0].type", equalTo("dataset"))
                .body("[0].URL", containsString("asOf=" + TODAY));
        cite(ZOOM, "?asOf=" + TODAY.plusDays(1)).then().statusCode(200).body("[0].custom.asOf", equalTo("" + TODAY));
    }

    @Test
    void a_citation_has_an_entity_tag() {
        String tag = cite(ZOOM, "?format=apa").header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/v1/cases/" + ZOOM + "/citation?format=apa")
                .then()
                .statusCode(304);
    }

    @Test
    void the_document_of_a_case_names_the_address_to_cite() {
        Response document = given().get("/api/v1/cases/" + ZOOM);
        String link = "/cases/" + ZOOM + "?asOf=" + TODAY + ">; rel=\"cite-as\"";
        assertThat(document.header("Link")).endsWith(link);
        Response same = given().header("If-None-Match", document.header("ETag")).get("/api/v1/cases/" + ZOOM);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.header("Link")).endsWith(link);
    }

    @Test
    void what_cannot_be_cited_is_told() {
        cite(ZOOM, "?format=mla").then().statusCode(400).body("detail", containsString("apa, bibtex or csl"));
        cite(ZOOM, "?style=apa").then().statusCode(400).body("detail", containsString("'style'"));
        cite(ZOOM, "?asOf=soon").then().statusCode(400).body("detail", containsString("asOf"));
        cite("no-such-case", "").then().statusCode(404);
        cite(ZOOM, "?asOf=2001-01-01").then().statusCode(404).body("detail", containsString("as of 2001-01-01"));
        assertThat(given().get("/cases/" + ZOOM + "?asOf=soon").statusCode()).isEqualTo(400);
        assertThat(given().get("/cases/" + ZOOM + "?asOf=2001-01-01").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_page_names_the_address_to_cite_and_shows_how() {
        Response answer = given().get("/cases/" + ZOOM);
        assertThat(answer.header("Link")).endsWith("/cases/" + ZOOM + "?asOf=" + TODAY + ">; rel=\"cite-as\"");
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("[aria-labelledby=cite] pre").eachText())
                .hasSize(3)
                .anyMatch(text -> text.contains("@misc{"))
                .anyMatch(text -> text.contains("date-parts"));
        String permalink = page.select(".cite a[rel=bookmark]").attr("href");
        assertThat(given().get(permalink).statusCode()).isEqualTo(200);
        assertThat(page.select("#corrections + p").text()).contains("Nothing in this case was corrected");
    }

    @Test
    void corrections_and_redactions_are_listed_and_gone_is_gone() {
        importRecord.files(List.of(new TextFile("cited.yaml", """
                incident: cited
                title: Cited
                summary: A case that is cited.
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: cited-case
                  platform: zoom
                  subject: { kind: account, name: "Cited & Co {100%}", url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: It was closed with a passage to hide.
                    sources: [ paper ]
                """)));
        add.add(
                "cited-case",
                List.of(),
                free -> List.of(new Correction(
                        new Head(
                                free.next("e"),
                                EdtfDate.parse("2020-06-09"),
                                "It was not closed on the day that was given first.",
                                List.of("paper"),
                                List.of(),
                                Optional.empty()),
                        "r1")));
        redactions.hide(
                Passage.text("cited-case", "r1"), new Grounds("privacy", "", UUID.randomUUID()), Optional.empty());

        Document page = Jsoup.parse(given().get("/cases/cited-case").asString());
        assertThat(page.select("#corrections + ul li").eachText())
                .hasSize(2)
                .anyMatch(text -> text.endsWith("Line e1 corrects line r1."))
                .anyMatch(text -> text.endsWith("Line r1 is not shown (privacy)."));
        assertThat(cite("cited-case", "?format=bibtex").asString())
                .contains("Cited \\& Co \\textbraceleft{}100\\%\\textbraceright{}")
                .doesNotContain("passage to hide");

        retract.retract("cited-case", new Grounds("error", "", UUID.randomUUID()));
        cite("cited-case", "").then().statusCode(410).body("gone", equalTo("retracted"));
        cite("cited-case", "?asOf=" + TODAY).then().statusCode(410);
        assertThat(given().get("/cases/cited-case?asOf=" + TODAY).statusCode()).isEqualTo(410);
    }
}

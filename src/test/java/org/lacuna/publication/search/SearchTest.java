package org.lacuna.publication.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Context;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Condition;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Selection;
import org.lacuna.publication.words.WordQuery;
import org.lacuna.shared.Database;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

@QuarkusTest
class SearchTest {
    private static final String PATH = "/api/v1/search";

    @Inject
    ImportRecord importRecord;

    @Inject
    AddEntries add;

    @Inject
    Redactions redactions;

    @Inject
    PublicRecord record;

    @Inject
    CandidateQueries queries;

    @Inject
    Database database;

    /** Cases in many languages; to import them again changes nothing. */
    @BeforeEach
    void record() {
        file("found-chinese", "人权组织", "平台应有关部门要求删除了西藏自治区作家的账号。");
        file("found-uyghur", "ئۇيغۇر ئاكادېمىيىسى", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى ھەققىدىكى سەھىپە يېپىلدى.");
        file("found-tibetan", "བོད་ཀྱི་དུས་བབ", "བོད་རང་སྐྱོང་ལྗོངས་ཀྱི་གསར་འགྱུར་བཀག་སྡོམ་བྱས།");
        file("found-arabic", "مركز الحرية", "تم حذف الحساب من على الإنترنت بلا سبب.");
        file("found-persian", "کتاب‌خانهٔ آزاد", "این صفحه را می‌خواهند ببندند؛ کاربران اعتراض کردند.");
        file("found-russian", "Ещё одно издание", "Аккаунт заблокирован по требованию надзорного ведомства.");
        file("found-turkish", "İstanbul Haber", "IĞDIR muhabirinin hesabı kapatıldı.");
    }

    @ParameterizedTest
    @CsvSource({
        "刪除 賬號, found-chinese",
        "西藏自治區, found-chinese",
        "人權組織, found-chinese",
        "\"ئۇيغۇر ئاپتونوم\", found-uyghur",
        "ئاکادېمىيىسى, found-uyghur",
        "བོད་རང་སྐྱོང་ལྗོངས, found-tibetan",
        "دُوس بلا, -",
        "الانترنت, found-arabic",
        "الحريه, found-arabic",
        "می خواهند, found-persian",
        "میخواهند, found-persian",
        "كتابخانه, found-persian",
        "еще издание, found-russian",
        "ЗАБЛОКИРОВАН надзорного, found-russian",
        "istanbul, found-turkish",
        "ISTANBUL haber, found-turkish",
        "ığdır, found-turkish",
        "igdir, found-turkish",
    })
    void words_of_every_script_are_found(String query, String slug) {
        List<String> expected = slug.equals("-") ? List.of() : List.of(slug + "-case");

        assertThat(search(Map.of("q", query)).extract().jsonPath().getList("hits.found.slug", String.class))
                .isEqualTo(expected);
        assertThat(given().queryParam("q", query)
                        .get("/api/v1/cases")
                        .jsonPath()
                        .getList("cases.slug", String.class))
                .as("the same filter narrows lists")
                .isEqualTo(expected);
    }

    @Test
    void a_hit_shows_the_case_in_short_and_the_places_in_plain_text() {
        file("markup", "Somebody <b>bold</b>", "They wrote <script>alert('markupword')</script> & left.");

        ValidatableResponse answer = search(Map.of("q", "markupword"));

        answer.body("hits.found.slug", contains("markup-case"))
                .body("hits[0].found.title", equalTo("Somebody <b>bold</b>: account on Zoom"))
                .body("hits[0].found.status", equalTo("restricted"))
                .body("hits[0].rank", greaterThan(0))
                .body("hits[0].sequence", greaterThan(0))
                .body("hits[0].passages[0].field", equalTo("entry"))
                .body("hits[0].passages[0].id", equalTo("r1"))
                .body("hits[0].passages[0].segments.findAll { it.hit }.text", contains("markupword"));
        assertThat(text(answer.extract().jsonPath(), 0))
                .isEqualTo("They wrote <script>alert('markupword')</script> & left.");
    }

    @Test
    void what_stands_in_the_title_comes_before_what_stands_in_a_line_or_a_source() {
        file("rank-line", "Nobody", "The rankedword was closed.");
        file("rank-title", "Rankedword", "It was closed.");
        importRecord.files(List.of(new TextFile(
                "rank-source.yaml",
                yaml("rank-source", "Nobody", "It was closed.").replace("Closed by them", "About rankedword"))));

        search(Map.of("q", "rankedword"))
                .body("hits.found.slug", contains("rank-title-case", "rank-line-case", "rank-source-case"))
                .body("hits[2].passages.field", contains("source"))
                .body("considered.cases", equalTo(3))
                .body("considered.all", equalTo(true))
                .body("next", equalTo(null));
    }

    @Test
    void a_case_is_found_by_its_incident_which_is_then_the_passage() {
        search(Map.of("q", "\"incident of found-russian\""))
                .body("hits.found.slug", contains("found-russian-case"))
                .body("hits[0].passages.field", contains("incident"));
    }

    @Test
    void phrases_beginnings_exclusions_and_alternatives() {
        file("operators-a", "Operatorone", "The page was quietly removed.");
        file("operators-b", "Operatortwo", "The page was removed quietly.");

        found("\"quietly removed\" operator*", "operators-a-case");
        found("\"removed quietly\" operator*", "operators-b-case");
        found("quietly operator* -operatorone", "operators-b-case");
        found("quietly -\"removed quietly\" operator*", "operators-a-case");
        found("operatorone OR operatortwo page", "operators-a-case", "operators-b-case");
        found("operatorone operatortwo");
    }

    @Test
    void filters_hold_beside_the_words_and_facets_count_what_was_considered() {
        file("facet-a", "Facetword", "Closed.");
        importRecord.files(List.of(new TextFile(
                "facet-b.yaml", yaml("facet-b", "Facetword", "Closed.").replace("worldwide", "CN, VN"))));

        search(Map.of("q", "facetword"))
                .body("facets.platform", equalTo(List.of(Map.of("value", "zoom", "count", 2))))
                .body("facets.status.value", contains("restricted"))
                .body("facets.measure.value", contains("DECISION_ACCOUNT_SUSPENDED"))
                .body("facets.scope.value", contains("CN", "VN", "worldwide"))
                .body("facets.verification.count", contains(2));
        search(Map.of("q", "facetword", "scope", "CN")).body("hits.found.slug", contains("facet-b-case"));
        search(Map.of("q", "facetword", "country", "vn", "status", "restricted,restored"))
                .body("hits.found.slug", contains("facet-b-case"));
        search(Map.of("q", "facetword", "platform", "youtube")).body("hits", empty());
        search(Map.of("q", "facetword", "from", "2020-06-07", "to", "2020-06-07"))
                .body("hits.size()", equalTo(2));
        search(Map.of("q", "facetword", "from", "2021-01")).body("hits", empty());
        search(Map.of("q", "facetword", "hasReversal", "true")).body("hits", empty());
    }

    @Test
    void pages_follow_each_other_whatever_is_written_meanwhile() {
        for (int i = 0; i < 5; i++) {
            file("paged-" + i, "Somebody", "A pagedword.");
        }
        List<String> slugs = new ArrayList<>();
        String next = PATH + "?q=pagedword&limit=2";
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false).get(next).jsonPath();
            slugs.addAll(page.getList("hits.found.slug", String.class));
            next = page.getString("next");
            file("paged-later-" + slugs.size(), "Pagedword", "A pagedword.");
        }

        assertThat(slugs).hasSize(5).doesNotHaveDuplicates().allMatch(slug -> slug.matches("paged-\\d-case"));
        String cursor = search(Map.of("q", "pagedword", "limit", "2")).extract().path("next");
        given().urlEncodingEnabled(false)
                .get(cursor.replace("pagedword", "otherword"))
                .then()
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
    }

    @Test
    void a_search_of_the_past_finds_and_shows_no_later_text() {
        file("past", "Pastname", "First text.");
        long before = record.at(Optional.empty());
        add.add("past-case", List.of(), free -> List.of(new Context(head(free.next("e"), "Then came laterword."))));

        found("laterword", "past-case");
        assertThat(slugsAt("laterword", before)).isEmpty();
        assertThat(slugsAt("pastname", before)).containsExactly(before - 1);
        assertThat(slugsAt("pastname", record.at(Optional.empty())))
                .doesNotContain(before - 1)
                .hasSize(1);
        search(Map.of("q", "laterword", "asOf", "2001-01-01")).body("hits", empty());
    }

    @Test
    void what_is_hidden_is_not_found_in_any_version_and_found_again_when_it_shows() {
        file("secret", "Secretname", "The hiddenword was here.");
        add.add("secret-case", List.of(), free -> List.of(new Context(head(free.next("e"), "Another line."))));
        long now = record.at(Optional.empty());
        Passage text = Passage.text("secret-case", "r1");

        redactions.hide(text, new Grounds("privacy", "", UUID.randomUUID()), Optional.empty());
        found("hiddenword");
        assertThat(slugsAt("hiddenword", now)).isEmpty();
        assertThat(slugsAt("hiddenword", now - 2)).isEmpty();
        found("secretname", "secret-case");

        redactions.show(text, new Grounds("error", "", UUID.randomUUID()));
        found("hiddenword", "secret-case");
        assertThat(slugsAt("hiddenword", now)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom",
                "zoo*",
                "the*",
                "zoo* -zoom",
                "account -clos*",
                "zoom OR susp*",
                "\"the account\"",
                "account the",
                "\"account the\"",
                "zoom -\"the account\"",
                "西藏",
                "西藏自治区",
                "的",
                "བོད་རང་སྐྱོང",
                "заблокир* по",
            })
    void whatever_way_is_taken_the_same_is_found_as_by_reading_every_version(String query) {
        long at = record.at(Optional.empty());
        for (CaseFilter filter : List.of(
                CaseFilter.all(),
                CaseFilter.read(Map.of("platform", "zoom")),
                CaseFilter.read(Map.of("basedIn", "US")))) {
            Selection selection = new Selection(filter, at);
            Condition where = selection.where();

            Set<Long> read = Set.copyOf(database.list(
                    "SELECT p.sequence FROM public_case p JOIN public_words w USING (sequence) WHERE " + where.sql()
                            + " AND w.words @@ ?::tsquery",
                    row -> row.getLong(1),
                    where.parametersAnd(WordQuery.read(query).tsquery())));

            assertThat(slugs(query, selection).candidates())
                    .as(query + " " + filter)
                    .hasSizeLessThan(Search.MOST)
                    .extracting(Candidate::sequence)
                    .containsExactlyInAnyOrderElementsOf(read);
        }
    }

    @Test
    void only_so_many_are_ranked_and_the_answer_says_so() {
        // the mark of a block is a word like others: of all versions in it, the newest are taken
        List<Candidate> all = slugs("found", record.at(Optional.empty())).candidates();

        assertThat(all).hasSizeLessThanOrEqualTo(Search.MOST).isNotEmpty();
        search(Map.of("q", "zoom", "limit", "1"))
                .body("hits.size()", equalTo(1))
                .body("considered.cases", greaterThan(5))
                .body("next", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom & | ! ( ) <-> :* 'x'",
                "zoom'); DROP TABLE public_words; --",
                "\"zoom",
                "zoom \\' \\\\",
                "zoom ' b0/0'",
                "zoom \ud800 \udc00",
                "zoom 💥",
                "OR OR zoom OR",
                "%zoom% _",
                "platform/zoom",
            })
    void signs_are_text(String query) {
        search(Map.of("q", query)).body("hits", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | expected a text to look for, of at most 500 characters, found nothing",
                "'%%%'          | expected at least one word, found only signs",
                "'-zoom'        | expected a word to look for beside those that must not be there",
                "'a*'           | expected at least 3 letters before an asterisk, found 'a*'",
                "'zoom OR -x'   | expected a word or phrase behind OR",
            })
    void what_cannot_be_looked_for_is_told_with_an_example(String query, String detail) {
        given().queryParam("q", query)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("q"))
                .body("example", equalTo("tiananmen"))
                .body("detail", containsString(detail));
    }

    @Test
    void control_characters_ten_thousand_characters_and_wrong_numbers_are_refused_in_a_few_words() {
        given().urlEncodingEnabled(false)
                .get(PATH + "?q=zoom%00")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("q"))
                .body("detail", containsString("control characters"));
        String detail = given().queryParam("q", "x".repeat(5_000) + " y".repeat(2_500))
                .get(PATH)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("q"))
                .extract()
                .path("detail");
        assertThat(detail)
                .contains("at most 500 characters, found 10000 characters")
                .hasSizeLessThan(300);
        for (String limit : List.of("0", "101", "many", "-1")) {
            given().queryParam("q", "zoom")
                    .queryParam("limit", limit)
                    .get(PATH)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("limit"));
        }
        given().queryParam("q", "zoom").queryParam("qq", "x").get(PATH).then().statusCode(400);
        given().queryParam("q", "zoom")
                .queryParam("cursor", "AAAA")
                .get(PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void what_is_shielded_is_not_found() {
        search(Map.of("q", "horror")).body("hits.found.slug", everyItem(not(containsString("pressure-horror"))));
        search(Map.of("q", "zoom")).body("hits.found.slug", not(hasItem("pressure-horror-zoo")));
    }

    private void found(String query, String... slugs) {
        assertThat(search(Map.of("q", query)).extract().jsonPath().getList("hits.found.slug", String.class))
                .as(query)
                .containsExactlyInAnyOrder(slugs);
    }

    private List<Long> slugsAt(String query, long at) {
        return slugs(query, at).candidates().stream().map(Candidate::sequence).toList();
    }

    private Candidates.Ranked slugs(String query, long at) {
        return slugs(query, new Selection(CaseFilter.all(), at));
    }

    private Candidates.Ranked slugs(String query, Selection selection) {
        return QuarkusTransaction.requiringNew().call(() -> Candidates.find(queries, WordQuery.read(query), selection));
    }

    private static ValidatableResponse search(Map<String, String> parameters) {
        return given().queryParams(parameters).get(PATH).then().statusCode(200);
    }

    private static String text(JsonPath answer, int hit) {
        return answer.getList("hits[" + hit + "].passages[0].segments.text", String.class).stream()
                .collect(Collectors.joining());
    }

    private static Head head(String id, String text) {
        return new Head(id, EdtfDate.parse("2020-06-09"), text, List.of("paper"), List.of(), Optional.empty());
    }

    private void file(String incident, String name, String text) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", yaml(incident, name, text))));
    }

    private static String yaml(String incident, String name, String text) {
        return """
                incident: %1$s
                title: The incident of %1$s
                summary: One case.
                sources:
                - { id: paper, publisher: Paper, title: Closed by them, url: "https://paper.example/%1$s", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: "%2$s", url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ %3$s ]
                    demanded-by: null
                    text: "%4$s"
                    sources: [ paper ]
                """.formatted(
                        incident, name, "worldwide", text.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}

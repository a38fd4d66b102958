package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

/**
 * A case has two versions, recorded on two days. On the day between them everything shows the first: what answers as it is
 * now shows the second.
 */
@QuarkusTest
class AsOfTest {
    private static final String CASE = "/api/v1/cases/as-of-case";
    private static final String BEFORE = "2024-03-03";
    private static final Instant FIRST = Instant.parse("2024-03-04T10:00:00Z");
    private static final String BETWEEN = "2024-03-05";
    private static final Instant SECOND = Instant.parse("2024-03-06T23:59:59.999Z");
    private static final String AFTER = "2024-03-06";

    @Inject
    ImportRecord importRecord;

    @Inject
    AddEntries add;

    @BeforeEach
    void a_case_is_recorded_and_two_days_later_restored() {
        if (given().get(CASE).statusCode() == 200) {
            return;
        }
        QuarkusMock.installMockForType(Clock.fixed(FIRST, ZoneOffset.UTC), Clock.class);
        importRecord.files(List.of(new TextFile("as-of.yaml", """
                incident: as-of
                title: A case that is read as it stood
                summary: Recorded by a test
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: as-of-case
                  platform: zoom
                  subject: { kind: account, name: Asofperson, url: null, based-in: US, topics: [ ] }
                  entries:
                  - { type: restriction-imposed, id: r1, date: "2020-06-07", measure: DECISION_ACCOUNT_SUSPENDED,
                      scope: [ worldwide ], demanded-by: null, text: Asofclosed., sources: [ paper ] }
                """)));
        QuarkusMock.installMockForType(Clock.fixed(SECOND, ZoneOffset.UTC), Clock.class);
        add.add(
                "as-of-case",
                List.of(),
                free -> List.of(new RestrictionLifted(
                        new Head(
                                free.next("e"),
                                EdtfDate.parse("2020-06-10"),
                                "Asofreopened.",
                                List.of("paper"),
                                List.of(),
                                Optional.empty()),
                        List.of("r1"),
                        "full",
                        "unknown")));
    }

    @AfterEach
    void the_clock_goes_on() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
    }

    @Test
    void a_case_and_its_incident_are_the_documents_of_that_day() {
        given().get(CASE + "?asOf=" + BEFORE).then().statusCode(404);
        given().get(CASE + "?asOf=" + BETWEEN)
                .then()
                .statusCode(200)
                .body("status", equalTo("restricted"))
                .body("timeline.size()", equalTo(1));
        given().get(CASE + "?asOf=" + AFTER)
                .then()
                .body("status", equalTo("restored"))
                .body("timeline.size()", equalTo(2));
        given().get("/api/v1/incidents/as-of?asOf=" + BEFORE).then().statusCode(404);
        assertThat(json("/api/v1/incidents/as-of?asOf=" + BETWEEN).getList("cases.status"))
                .isEqualTo(List.of("restricted"));
        assertThat(json("/api/v1/incidents/as-of?asOf=" + AFTER).getList("cases.status"))
                .isEqualTo(List.of("restored"));
        assertThat(json(CASE + "/citation?format=csl&asOf=" + BETWEEN).getInt("[0].version"))
                .isEqualTo(json(CASE + "?asOf=" + BETWEEN).getInt("sequence"))
                .isLessThan(json(CASE).getInt("sequence"));
    }

    @Test
    void lists_hold_the_versions_of_that_day_in_every_format() {
        for (String list : List.of("cases", "incidents", "entries", "statements", "observations")) {
            assertThat(total(list, BEFORE)).as(list).isZero();
        }
        for (String list : List.of("cases", "incidents")) {
            assertThat(total(list + "?status=restricted", BETWEEN)).as(list).isEqualTo(1);
            assertThat(total(list + "?status=restored", BETWEEN)).as(list).isZero();
            assertThat(total(list + "?status=restricted", AFTER)).as(list).isZero();
            assertThat(total(list + "?status=restored", AFTER)).as(list).isEqualTo(1);
        }
        assertThat(total("entries", BETWEEN)).isEqualTo(1);
        assertThat(total("entries", AFTER)).isEqualTo(2);
        for (String list : List.of("cases", "incidents", "entries")) {
            for (String format : List.of("csv", "ndjson")) {
                String of = "/api/v1/" + list + "?incident=as-of&format=" + format + "&asOf=";
                assertThat(text(of + BETWEEN)).as(of).contains("as-of-case").doesNotContain("restored", "Asofreopened");
                assertThat(text(of + AFTER)).as(of).containsAnyOf("restored", "Asofreopened");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "restrictions"})
    void statistics_count_what_stood_on_that_day(String unit) {
        String by = unit.equals("cases") ? "status" : "state";
        String counts = "/api/v1/statistics?incident=as-of&count=" + unit + "&by=" + by + "&asOf=";
        assertThat(json(counts + BEFORE).getList("cells")).isEmpty();
        assertThat(json(counts + BETWEEN).getList("cells.values." + by))
                .isEqualTo(List.of(unit.equals("cases") ? "restricted" : "in-force"));
        assertThat(json(counts + AFTER).getList("cells.values." + by))
                .isEqualTo(List.of(unit.equals("cases") ? "restored" : "lifted"));
        String latency = "/api/v1/statistics/latency?incident=as-of&verification=reported,corroborated&asOf=";
        assertThat(json(latency + BETWEEN).getList("groups.lasting")).isEqualTo(List.of(1));
        assertThat(json(latency + AFTER).getList("groups.ended")).isEqualTo(List.of(1));
    }

    @Test
    void a_search_finds_the_words_of_that_day() {
        String search = "/api/v1/search?incident=as-of&q=";
        assertThat(json(search + "Asofclosed&asOf=" + BEFORE).getList("hits")).isEmpty();
        assertThat(json(search + "Asofclosed&asOf=" + BETWEEN).getList("hits")).hasSize(1);
        assertThat(json(search + "Asofreopened&asOf=" + BETWEEN).getList("hits"))
                .isEmpty();
        assertThat(json(search + "Asofreopened&asOf=" + AFTER).getList("hits")).hasSize(1);
    }

    @Test
    void platforms_count_the_cases_of_that_day() {
        Map<String, Integer> first = cases(json("/api/v1/platforms/zoom?asOf=" + BETWEEN), "cases");
        Map<String, Integer> second = cases(json("/api/v1/platforms/zoom?asOf=" + AFTER), "cases");

        assertThat(cases(json("/api/v1/platforms/zoom?asOf=" + BEFORE), "cases"))
                .isEmpty();
        assertThat(second.get("restored")).isEqualTo(first.get("restored") + 1);
        assertThat(second.getOrDefault("restricted", 0)).isEqualTo(first.get("restricted") - 1);
        assertThat(cases(json("/api/v1/platforms?asOf=" + BETWEEN), "platforms.find { it.id == 'zoom' }.cases"))
                .isEqualTo(first);
        assertThat(text("/api/v1/platforms?format=csv&asOf=" + BEFORE).lines().filter(line -> line.startsWith("zoom,")))
                .singleElement()
                .asString()
                .endsWith(",0,[]");
    }

    @Test
    void how_a_platform_is_watched_is_told_for_now_alone() {
        given().get("/api/v1/platforms/youtube/watching?asOf=" + BETWEEN)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("asOf"))
                .body("expected", equalTo("no parameters"));
    }

    @Test
    void the_data_set_is_as_large_as_it_was() {
        assertThat(json("/api/v1/dataset?asOf=" + BEFORE).getString("size")).isEqualTo("0 cases");
        long then =
                json("/api/v1/platforms?asOf=" + BETWEEN).<Number>getList("platforms.cases.flatten().cases").stream()
                        .mapToLong(Number::longValue)
                        .sum();
        assertThat(json("/api/v1/dataset?asOf=" + BETWEEN).getString("size")).isEqualTo(then + " cases");
        assertThat(json("/api/v1/dataset?asOf=" + BETWEEN).getList("distribution"))
                .isEmpty();
    }

    @Test
    void feeds_end_with_the_last_change_of_that_day() {
        assertThat(titles(BEFORE)).isEmpty();
        assertThat(titles(BETWEEN)).singleElement().asString().startsWith("New: ");
        assertThat(titles(AFTER)).hasSize(2).first().asString().startsWith("Restored: ");
        Response atom = given().get("/feeds/cases.atom?incident=as-of&asOf=" + BETWEEN);
        assertThat(atom.asString()).contains("Asofclosed").doesNotContain("Asofreopened");
        assertThat(atom.xmlPath().getList("feed.link.findAll { it.@rel == 'self' }.@href"))
                .singleElement()
                .asString()
                .endsWith("/feeds/cases.atom?incident=as-of&asOf=" + BETWEEN);
        assertThat(atom.xmlPath().getString("feed.updated")).isEqualTo(FIRST.toString());
        given().get("/feeds/cases.atom?asOf=then").then().statusCode(400).body("parameter", equalTo("asOf"));
    }

    @Test
    void pages_show_what_stood_on_that_day() {
        given().get("/cases/as-of-case?asOf=" + BEFORE).then().statusCode(404);
        assertThat(page("/cases/as-of-case?asOf=" + BETWEEN))
                .contains("Asofclosed")
                .doesNotContain("Asofreopened");
        assertThat(page("/cases/as-of-case?asOf=" + AFTER)).contains("Asofclosed", "Asofreopened");
        assertThat(page("/cases?incident=as-of&status=restricted&asOf=" + BETWEEN))
                .contains("Asofperson");
        assertThat(page("/cases?incident=as-of&status=restricted&asOf=" + AFTER))
                .doesNotContain("Asofperson");
        assertThat(page("/incidents/as-of?asOf=" + BETWEEN)).isNotEqualTo(page("/incidents/as-of?asOf=" + AFTER));
    }

    private static int total(String list, String day) {
        return json("/api/v1/" + list + (list.contains("?") ? "&" : "?") + "incident=as-of&asOf=" + day)
                .getInt("total");
    }

    /** How many there are of each status, whatever the verification. */
    private static Map<String, Integer> cases(JsonPath answer, String where) {
        Map<String, Integer> cases = new TreeMap<>();
        for (Map<String, Object> cell : answer.<Map<String, Object>>getList(where)) {
            cases.merge((String) cell.get("status"), (Integer) cell.get("cases"), Integer::sum);
        }
        return cases;
    }

    private static List<String> titles(String day) {
        return json("/feeds/cases.json?incident=as-of&asOf=" + day)
                .getList("items.findAll { it.url.endsWith('/as-of-case') }.title");
    }

    private static String page(String address) {
        return Jsoup.parse(text(address)).select("main").text();
    }

    private static JsonPath json(String address) {
        return JsonPath.from(text(address));
    }

    private static String text(String address) {
        Response answer = given().get(address);
        assertThat(answer.statusCode()).as(address + ": " + answer.asString()).isEqualTo(200);
        return answer.asString();
    }
}

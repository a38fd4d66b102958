package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Unit;
import org.lacuna.shared.TextFile;

/** Against the founding record, counted by hand, and what is recorded here. */
@QuarkusTest
class StatisticsApiTest {
    private static final String COUNTS = "/api/v1/statistics";
    private static final String LATENCY = "/api/v1/statistics/latency";
    private static final Grounds SAFETY = new Grounds("safety", "", UUID.randomUUID());

    /** Other tests record more in the same application. */
    private static final String FOUNDING = String.join(",", FoundingRecord.incidents());

    @Inject
    ImportRecord importRecord;

    @Inject
    Redactions redactions;

    @Test
    void cases_of_the_founding_record_by_status() {
        assertThat(sums("cases", "status"))
                .isEqualTo(Map.of(
                        "restricted", 21L,
                        "restored", 11L,
                        "partially-restored", 5L,
                        "unknown", 4L,
                        "ended-otherwise", 1L));
    }

    @Test
    void cases_of_the_founding_record_by_platform() {
        assertThat(sums("cases", "platform"))
                .containsEntry("linkedin", 11L)
                .containsEntry("x", 9L)
                .containsEntry("zoom", 5L)
                .containsEntry("facebook", 4L)
                .containsEntry("bing", 1L)
                .hasSize(13);
    }

    @Test
    void restrictions_of_the_founding_record_by_measure() {
        assertThat(sums("restrictions", "measure"))
                .isEqualTo(Map.of(
                        "DECISION_VISIBILITY_CONTENT_DISABLED", 26L,
                        "DECISION_ACCOUNT_SUSPENDED", 14L,
                        "DECISION_VISIBILITY_CONTENT_REMOVED", 8L,
                        "DECISION_ACCOUNT_TERMINATED", 5L,
                        "DECISION_PROVISION_PARTIAL_SUSPENSION", 4L,
                        "DECISION_VISIBILITY_OTHER", 2L,
                        "DECISION_PROVISION_TOTAL_SUSPENSION", 2L));
        assertThat(sums("restrictions", "state")).containsEntry("lifted", 21L);
    }

    @Test
    void a_case_with_several_values_stands_in_several_cells_and_the_answer_says_so() {
        JsonPath answer = founding(COUNTS, "cases", "scope").jsonPath();

        assertThat(answer.getBoolean("overlaps")).isTrue();
        assertThat(answer.getLong("total")).isEqualTo(42);
        assertThat(sums("cases", "scope")).containsEntry("worldwide", 23L).containsEntry("CN", 11L);
        assertThat(founding(COUNTS, "cases", "platform").jsonPath().getBoolean("overlaps"))
                .isFalse();
    }

    @Test
    void levels_of_verification_are_never_mixed() {
        JsonPath answer = founding(COUNTS, "cases", "status").jsonPath();

        assertThat(answer.getList("by")).isEqualTo(List.of("verification", "status"));
        Map<String, Long> levels = sums("cases", "verification");
        assertThat(levels.keySet()).isSubsetOf("reported", "corroborated", "disputed", "verified");
        assertThat(levels.values().stream().mapToLong(each -> each).sum()).isEqualTo(42);
        for (Map<String, Object> cell : answer.<Map<String, Object>>getList("cells")) {
            Map<?, ?> values = (Map<?, ?>) cell.get("values");
            long of = ((Number) cell.get("of")).longValue();
            assertThat(of).isEqualTo(levels.get(values.get("verification")));
            given().queryParam("incident", FOUNDING)
                    .queryParam("status", values.get("status"))
                    .queryParam("verification", values.get("verification"))
                    .get("/api/v1/cases")
                    .then()
                    .body("total", equalTo(cell.get("count")));
        }
    }

    @Test
    void of_two_dimensions_the_second_is_counted_within_the_first() {
        for (Map<String, Object> cell :
                founding(COUNTS, "cases", "platform,status").jsonPath().<Map<String, Object>>getList("cells")) {
            Map<?, ?> values = (Map<?, ?>) cell.get("values");
            Map<?, ?> share = (Map<?, ?>) cell.get("share");
            long of = ((Number) cell.get("of")).longValue();
            given().queryParam("incident", FOUNDING)
                    .queryParam("platform", values.get("platform"))
                    .queryParam("verification", values.get("verification"))
                    .get("/api/v1/cases")
                    .then()
                    .body("total", equalTo((int) of));
            if (of < 5) {
                assertThat(share).isEqualTo(Map.of("insufficient", "denominator", "found", (int) of, "needed", 5));
            } else {
                assertThat(number(share, "value")).isBetween(number(share, "low"), number(share, "high"));
            }
        }
    }

    @Test
    void every_dimension_and_every_pair_of_them_is_answered() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> words = Stream.of(Dimension.values()).map(Dimension::word).toList();
        for (Unit unit : Unit.values()) {
            long total = unit == Unit.CASES ? 42 : 61;
            for (String first : words) {
                for (String second : words) {
                    if (first.compareTo(second) > 0) {
                        continue;
                    }
                    String by = first.equals(second) ? first : first + "," + second;
                    // of hundreds of answers: the JSON path of REST Assured compiles a script for each question
                    JsonNode answer =
                            mapper.readTree(founding(COUNTS, unit.word(), by).asString());
                    assertThat(answer.get("total").longValue()).as(by).isEqualTo(total);
                    assertThat(answer.get("cells"))
                            .as(by)
                            .isNotEmpty()
                            .allMatch(cell -> cell.get("count").doubleValue() > 0
                                    && cell.get("count").doubleValue()
                                            <= cell.get("of").doubleValue());
                    if (!answer.get("overlaps").booleanValue()) {
                        long sum = 0;
                        for (JsonNode cell : answer.get("cells")) {
                            sum += cell.get("count").longValue();
                        }
                        assertThat(sum).as(by).isEqualTo(total);
                    }
                }
            }
        }
    }

    @Test
    void filters_narrow_and_ask_the_single_restriction() {
        given().queryParam("incident", "zoom-june-fourth-2020")
                .get(COUNTS)
                .then()
                .body("total", equalTo(3));
        // two of the case's three restrictions began before
        given().queryParam("incident", "facebook-woeser-2014-2020")
                .queryParam("count", "restrictions")
                .queryParam("from", "2020-09")
                .get(COUNTS)
                .then()
                .body("total", equalTo(1));
        given().queryParam("incident", "twitter-govt-pakistan-in-india")
                .queryParam("count", "restrictions")
                .queryParam("hasReversal", "true")
                .get(COUNTS)
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void the_record_is_counted_as_it_stood() {
        given().queryParam("incident", FOUNDING)
                .queryParam("asOf", "2020-01-01")
                .get(COUNTS)
                .then()
                .body("total", equalTo(0))
                .body("asOf", equalTo("2020-01-01"))
                .body("cells.size()", equalTo(0));
        given().queryParam("incident", FOUNDING)
                .queryParam("asOf", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString())
                .get(COUNTS)
                .then()
                .body("total", equalTo(42));
    }

    @Test
    void latencies_of_the_founding_record_are_the_curves_of_its_restrictions() throws Exception {
        String body = given().queryParam("incident", FOUNDING)
                .queryParam("verification", "reported,corroborated,disputed,verified")
                .get(LATENCY)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath answer = JsonPath.from(body);

        assertThat(sum(answer, "restrictions")).isEqualTo(61);
        assertThat(sum(answer, "ended")).isEqualTo(21);
        assertThat(sum(answer, "lasting")).isEqualTo(32);
        assertThat(sum(answer, "unknown")).isEqualTo(8);
        for (JsonNode group : new ObjectMapper().readTree(body).path("groups")) {
            String level = group.path("values").path("verification").textValue();
            List<String> cases = given().queryParam("incident", FOUNDING)
                    .queryParam("verification", level)
                    .queryParam("limit", 500)
                    .get("/api/v1/cases")
                    .jsonPath()
                    .getList("cases.slug");
            assertThat(group.path("survival").path("steps"))
                    .as(level)
                    .isEqualTo(new ObjectMapper().readTree(FoundingRecord.steps(cases)));
        }
    }

    @Test
    void latencies_of_what_nobody_checked_are_told_only_to_whoever_asks_for_them() {
        JsonPath answer = given().queryParam("incident", FOUNDING).get(LATENCY).jsonPath();

        assertThat(answer.getList("groups")).isEmpty();
        assertThat(answer.<String, Integer>getMap("leftOut").values().stream()
                        .mapToInt(each -> each)
                        .sum())
                .isEqualTo(61);
    }

    @Test
    void too_few_ends_are_insufficient() {
        given().queryParam("incident", "zoom-june-fourth-2020")
                .queryParam("verification", "reported,corroborated")
                .queryParam("by", "platform")
                .get(LATENCY)
                .then()
                .body("groups.survival.insufficient", everyItem(equalTo("ended")))
                .body("groups.survival.needed", everyItem(equalTo(5)));
    }

    @Test
    void tables_are_handed_out_as_csv_and_lines_of_json_too() {
        String csv = given().queryParam("incident", FOUNDING)
                .queryParam("by", "status")
                .queryParam("format", "csv")
                .get(COUNTS)
                .then()
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv).startsWith("verification,status,count,of,share,low,high,insufficient\r\n");
        assertThat(given().accept("text/csv")
                        .queryParam("incident", FOUNDING)
                        .queryParam("by", "status")
                        .get(COUNTS)
                        .asString())
                .isEqualTo(csv);
        assertThat(given().queryParam("incident", FOUNDING)
                        .queryParam("verification", "reported,corroborated")
                        .queryParam("format", "csv")
                        .get(LATENCY)
                        .asString())
                .startsWith("verification,restrictions,ended,lasting,unknown,medianLeast,");
        given().queryParam("format", "ndjson")
                .queryParam("incident", FOUNDING)
                .get(COUNTS)
                .then()
                .contentType(startsWith("application/x-ndjson"));
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        Response first = given().queryParam("incident", FOUNDING).get(COUNTS);

        given().queryParam("incident", FOUNDING)
                .header("If-None-Match", first.header("ETag"))
                .get(COUNTS)
                .then()
                .statusCode(304);
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void what_is_redacted_counts_no_more_on_any_day() {
        record("statistics-redacted");
        assertThat(total("statistics-redacted", "restrictions")).isEqualTo(2);

        redactions.hide(Passage.entry("statistics-redacted-case", "r2"), SAFETY, Optional.empty());
        assertThat(total("statistics-redacted", "restrictions")).isEqualTo(1);
        assertThat(total("statistics-redacted", "cases")).isEqualTo(1);

        redactions.hide(Passage.wholeCase("statistics-redacted-case"), SAFETY, Optional.empty());
        assertThat(total("statistics-redacted", "cases")).isZero();
        given().queryParam("incident", "statistics-redacted")
                .queryParam("asOf", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString())
                .get(COUNTS)
                .then()
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?count=people                | count    | one word out of",
                "?count=cases,restrictions    | count    | one word out of",
                "?by=nothing                  | by       | one word, or two different ones",
                "?by=platform,platform        | by       | one word, or two different ones",
                "?by=platform,status,measure  | by       | one word, or two different ones",
                "?by=platform,                | by       | one word, or two different ones",
                "?by=platform&by=status       | by       | it once",
                "?by=%00                      | by       | one word, or two different ones",
                "?by=platform%27--            | by       | one word, or two different ones",
                "?asOf=yesterday              | asOf     | a date",
                "?asOf=2020-13-01             | asOf     | a date",
                "?format=xml                  | format   | one word out of",
                "?status=fine                 | status   | a word out of",
                "?verification=sure           | verification | a word out of",
                "?from=2020-06&to=2020-05     | to       | a value not before",
                "?limit=10                    | limit    | parameters out of",
                "?cursor=x                    | cursor   | parameters out of",
                "/latency?count=cases         | count    | parameters out of",
                "/latency?by=status,state,how | by       | one word, or two different ones",
                "/latency?minLatency=-1       | minLatency | a whole number",
            })
    void every_wrong_parameter_is_named_with_what_was_expected_and_an_example(
            String query, String parameter, String expected) {
        given().urlEncodingEnabled(false)
                .get(COUNTS + query.strip())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter.strip()))
                .body("expected", containsString(expected.strip()))
                .body("example", notNullValue());
    }

    private static Response founding(String path, String count, String by) {
        Response answer = given().queryParam("incident", FOUNDING)
                .queryParam("count", count)
                .queryParam("by", by)
                .get(path);
        assertThat(answer.statusCode()).as(by + ": " + answer.asString()).isEqualTo(200);
        return answer;
    }

    /** Counts by one dimension, all levels of verification together. */
    private static Map<String, Long> sums(String count, String by) {
        Map<String, Long> sums = new TreeMap<>();
        for (Map<String, Object> cell : founding(COUNTS, count, by).jsonPath().<Map<String, Object>>getList("cells")) {
            sums.merge(
                    String.valueOf(((Map<?, ?>) cell.get("values")).get(by)), (long) number(cell, "count"), Long::sum);
        }
        return sums;
    }

    private static long sum(JsonPath answer, String what) {
        return answer.<Number>getList("groups." + what).stream()
                .mapToLong(Number::longValue)
                .sum();
    }

    private static long total(String incident, String count) {
        return given().queryParam("incident", incident)
                .queryParam("count", count)
                .get(COUNTS)
                .jsonPath()
                .getLong("total");
    }

    private static double number(Map<?, ?> object, String name) {
        return ((Number) object.get(name)).doubleValue();
    }

    private void record(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
                incident: %1$s
                title: A case that is counted
                summary: Recorded by a test
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [ ] }
                  entries:
                  - { type: restriction-imposed, id: r1, date: "2020-06-07", measure: DECISION_ACCOUNT_SUSPENDED,
                      scope: [ worldwide ], demanded-by: null, text: It was closed., sources: [ paper ] }
                  - { type: restriction-imposed, id: r2, date: "2020-07-07", measure: DECISION_ACCOUNT_SUSPENDED,
                      scope: [ worldwide ], demanded-by: null, text: It was closed again., sources: [ paper ] }
                """.formatted(incident))));
    }
}

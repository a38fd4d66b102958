package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.observation.AlertKind;
import org.lacuna.observation.DefinitionAlerts;
import org.lacuna.observation.Vantage;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.CaseSort;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.report.EditionForTests;
import org.lacuna.shared.Digest;
import org.lacuna.shared.TextFile;

@QuarkusTest
class ListsApiTest {
    @Inject
    ImportRecord importRecord;

    @Inject
    BulkSets sets;

    @Inject
    DefinitionAlerts alerts;

    @Inject
    EditionForTests editions;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/api/v1/cases?format=ndjson")
    URL stream;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void any_two_filters_hold_together() {
        Map<String, Set<String>> alone = new LinkedHashMap<>();
        for (Parameter each : filters()) {
            String asked = each.name() + "=" + each.example().orElseThrow();
            alone.put(asked, slugs(asked));
        }
        List<String> asked = List.copyOf(alone.keySet());
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                Set<String> both = new HashSet<>(alone.get(asked.get(i)));
                both.retainAll(alone.get(asked.get(j)));

                assertThat(slugs(asked.get(i) + "&" + asked.get(j)))
                        .as("%s and %s", asked.get(i), asked.get(j))
                        .isEqualTo(both);
            }
        }
        assertThat(alone)
                .allSatisfy((filter, found) -> assertThat(found).as(filter).isNotNull());
        assertThat(alone.get("platform=zoom")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("measure=DECISION_ACCOUNT_SUSPENDED")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("explanation=local-law")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("demandedBy=CN")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("basedIn=US")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("topic=june-fourth")).contains("zoom-humanitarian-china-2020");
        assertThat(alone.get("hasReversal=true")).contains("zoom-humanitarian-china-2020");
    }

    @Test
    void of_several_values_any_may_hold() {
        Set<String> both = new HashSet<>(slugs("platform=zoom"));
        both.addAll(slugs("platform=linkedin"));

        assertThat(slugs("platform=linkedin,zoom")).isEqualTo(both).isNotEmpty();
        assertThat(slugs("demandedBy=government")).containsAll(slugs("demandedBy=CN"));
        assertThat(slugs("country=CN"))
                .containsAll(slugs("scope=CN"))
                .containsAll(slugs("basedIn=CN"))
                .containsAll(slugs("demandedBy=CN"));
    }

    @Test
    void an_interval_that_overlaps_counts_unless_certainty_is_asked_for() {
        // imposed on ../2021-10-12, lifted never
        assertThat(slugs("from=2021-01-01&to=2021-10-12")).contains("appstore-quran-majeed-2021");
        assertThat(slugs("from=2021-01-01&to=2021-10-12&exact=true")).doesNotContain("appstore-quran-majeed-2021");
        assertThat(slugs("to=2021-10-12&exact=true")).contains("appstore-quran-majeed-2021");
        assertThat(slugs("minLatency=3&maxLatency=3")).contains("zoom-humanitarian-china-2020");
        assertThat(slugs("maxLatency=2")).doesNotContain("zoom-humanitarian-china-2020");
        assertThat(slugs("minLatency=3&maxLatency=3&exact=true")).contains("zoom-humanitarian-china-2020");
        // what is not lifted has lasted at least until now, and nobody knows how long it will
        assertThat(slugs("minLatency=99999")).contains("appstore-quran-majeed-2021");
        assertThat(slugs("minLatency=99999&exact=true")).doesNotContain("zoom-humanitarian-china-2020");
    }

    @Test
    void every_order_holds_over_pages_and_turns_round() {
        for (String sort : CaseSort.words()) {
            List<String> rising = page("sort=" + sort + "&limit=500").getList("cases.slug");
            List<String> falling = page("sort=-" + sort + "&limit=500").getList("cases.slug");
            Collections.reverse(falling);

            assertThat(falling).as(sort).isEqualTo(rising);
            assertThat(pages("sort=" + sort + "&limit=7")).as(sort).isEqualTo(rising);
        }
        List<String> titles = page("sort=title&limit=500").getList("cases.title");
        assertThat(titles).isSorted();
        assertThat(page("sort=-changed&limit=1").getList("cases.slug"))
                .isEqualTo(page("limit=1").getList("cases.slug"));
    }

    @Test
    void a_list_goes_on_where_it_began_whatever_changes_meanwhile() {
        JsonPath first = page("limit=5");
        List<String> before = pages("limit=500");
        importRecord.files(
                List.of(new TextFile("lists-new", RecordRoundTripTest.small("lists-new", "lists-new-case"))));

        List<String> seen = new ArrayList<>(first.getList("cases.slug"));
        Optional<String> next = Optional.of(first.getString("next"));
        while (next.isPresent()) {
            JsonPath page = given().urlEncodingEnabled(false).get(next.get()).jsonPath();
            assertThat(page.getLong("total")).isEqualTo(first.getLong("total"));
            seen.addAll(page.getList("cases.slug"));
            next = Optional.ofNullable(page.getString("next"));
        }

        assertThat(seen).isEqualTo(before).doesNotContain("lists-new-case");
        assertThat(pages("limit=500")).contains("lists-new-case").hasSize(before.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "entries", "statements", "observations", "incidents"})
    void a_cursor_that_was_edited_or_taken_elsewhere_is_refused(String list) {
        String cursor = page("limit=1&sort=title").getString("next").replaceAll(".*cursor=", "");
        for (String wrong : List.of(cursor, "AAAA", "%C3%A4", cursor.substring(1), "x".repeat(5000))) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/" + list + "?cursor=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("cursor"))
                    .body("expected", containsString("'next' link"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "entries", "statements", "observations", "incidents"})
    void every_list_can_be_read_as_it_stood(String list) {
        given().get("/api/v1/" + list + "?asOf=2001-01-01")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("next", nullValue());
        assertThat((Object) given().get("/api/v1/" + list + "?asOf=2999-12-31").path("total"))
                .isEqualTo(given().get("/api/v1/" + list).path("total"));
        given().get("/api/v1/incidents/zoom-june-fourth-2020?asOf=2001-01-01")
                .then()
                .statusCode(404);
        given().get("/api/v1/incidents/zoom-june-fourth-2020?asOf=2999-01-01")
                .then()
                .statusCode(200);
    }

    @Test
    void a_list_streams_as_lines_that_are_the_documents() throws Exception {
        Response lines = given().header("Accept", "application/x-ndjson").get("/api/v1/cases?platform=zoom");

        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        List<String> found = lines.asString().lines().toList();
        assertThat(found)
                .hasSize(page("platform=zoom&limit=500").getList("cases").size());
        for (String line : found) {
            String slug = json.readTree(line).get("slug").asText();
            assertThat(line).isEqualTo(given().get("/api/v1/cases/" + slug).asString());
        }
        assertThat(given().get("/api/v1/entries?format=ndjson")
                        .asString()
                        .lines()
                        .count())
                .isEqualTo(Long.parseLong(
                        given().get("/api/v1/entries?limit=1").path("total").toString()))
                .isGreaterThan(150);
        assertThat(given().get("/api/v1/entries?format=ndjson&limit=130")
                        .asString()
                        .lines())
                .hasSize(130);
    }

    @Test
    void a_list_is_a_table_with_the_columns_of_the_bulk_files() {
        Response table = given().header("Accept", "text/csv").get("/api/v1/cases?platform=zoom&sort=slug");

        assertThat(table.contentType()).startsWith("text/csv");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(table.asString()).stream().toList();
        assertThat(rows.stream().map(row -> row.getField("slug")))
                .isEqualTo(page("platform=zoom&sort=slug").getList("cases.slug"));
        assertThat(rows.get(0).getField("scope")).startsWith("[");
        assertThat(
                        CsvReader.builder()
                                .ofNamedCsvRecord(given().get("/api/v1/statements?format=csv")
                                        .asString())
                                .stream()
                                .map(row -> row.getField("type"))
                                .distinct())
                .containsExactly("statement");
        assertThat(given().get("/api/v1/entries?format=csv")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("case,")))
                .hasSize(1);
        assertThat(given().get("/api/v1/cases?format=csv&platform=nothing")
                        .asString()
                        .lines())
                .hasSize(1);
        given().get("/api/v1/cases?format=csv&fields=slug")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("fields"))
                .body("expected", containsString("JSON and NDJSON take it"))
                .body("$", not(hasKey("example")));
    }

    @Test
    void readers_who_hang_up_leave_nothing_behind() throws Exception {
        for (int reader = 0; reader < 250; reader++) {
            try (Socket socket = new Socket(stream.getHost(), stream.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + stream.getFile() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertThat(in.readNBytes(12))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("HTTP/1.1 200");
            }
        }
        given().get("/api/v1/cases?format=ndjson").then().statusCode(200);
    }

    @Test
    void fields_are_chosen_and_a_dot_leads_into_an_object() {
        JsonPath page = page("platform=zoom&fields=slug,platform.id,restrictions,subject.redacted&limit=1");

        assertThat(page.getMap("cases[0]").keySet()).containsExactly("slug", "platform", "restrictions");
        assertThat(page.getMap("cases[0].platform").keySet()).containsExactly("id");
        given().get("/api/v1/cases?fields=slug,password")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("fields"))
                .body("expected", containsString("platform.id"));
    }

    @Test
    void statements_come_with_their_case_and_their_sources() {
        given().get("/api/v1/statements?platform=zoom&claim=apology&by=platform")
                .then()
                .statusCode(200)
                .body("total", greaterThan(0))
                .body("statements.entry.type", everyItem(equalTo("statement")))
                .body("statements.entry.explanation", everyItem(equalTo("apology")))
                .body("statements.platform.id", everyItem(equalTo("zoom")))
                .body("statements.sources.flatten().size()", greaterThan(0));
        Response all = given().get("/api/v1/entries?type=statement&limit=500");
        assertThat((Object) all.path("total"))
                .isEqualTo(given().get("/api/v1/statements").path("total"));
        List<String> recorded =
                given().get("/api/v1/entries?sort=happened&limit=500").path("entries.entry.date.edtf");
        assertThat(recorded).isNotEmpty();
        given().get("/api/v1/entries?entryFrom=2020-06-07&entryTo=2020-06-07&platform=zoom")
                .then()
                .body("entries.entry.type", org.hamcrest.Matchers.hasItem("restriction-imposed"));
        given().get("/api/v1/statements?type=context").then().statusCode(400).body("parameter", equalTo("type"));
    }

    @Test
    void the_record_is_described_as_a_data_set_whose_files_can_be_had() throws Exception {
        String set = sets.make().orElseThrow();
        Response answer = given().get("/api/v1/dataset");
        answer.then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@type'", equalTo("Dataset"))
                .body("version", equalTo(set))
                .body("variableMeasured", org.hamcrest.Matchers.hasItem("hasReversal"))
                .body("distribution.'@type'", everyItem(equalTo("DataDownload")));
        List<Map<String, String>> files = answer.jsonPath().getList("distribution");
        assertThat(files.stream().map(file -> file.get("name")))
                .contains("cases.csv", "entries.ndjson", "observations.parquet", "SHA256SUMS");
        for (Map<String, String> file : files) {
            byte[] bytes =
                    given().get(URI.create(file.get("contentUrl")).getPath()).asByteArray();
            assertThat(file.get("contentUrl"))
                    .isEqualTo(stream.toURI()
                            .resolve("/bulk/" + set + "/" + file.get("name"))
                            .toString());
            assertThat(Digest.of(bytes).hex()).as(file.get("name")).isEqualTo(file.get("sha256"));
            assertThat(file.get("contentSize")).isEqualTo(bytes.length + " B");
        }
        given().get("/api/v1/dataset?asOf=2001-01-01")
                .then()
                .body("version", nullValue())
                .body("distribution.size()", equalTo(0));
        given().get("/api/v1/dataset?asOf=" + LocalDate.now(ZoneOffset.UTC))
                .then()
                .body("version", equalTo(set))
                .body("distribution.size()", equalTo(files.size()));
    }

    @Test
    void the_page_about_the_data_says_where_it_is_described() {
        String described = Jsoup.parse(given().get("/data").asString())
                .head()
                .select("link[rel=alternate][type=application/ld+json]")
                .attr("href");

        given().get(described).then().statusCode(200).body("'@type'", equalTo("Dataset"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cases", "entries", "statements", "observations", "incidents", "platforms", "alerts", "changes"})
    void every_list_streams_what_it_shows_as_lines_and_as_a_table(String list) throws Exception {
        alert();
        JsonNode shown = json.readTree(given().get("/api/v1/" + list + (list.equals("platforms") ? "" : "?limit=500"))
                        .asString())
                .get(list);
        Response lines = given().header("Accept", "application/x-ndjson").get("/api/v1/" + list);
        Response table = given().header("Accept", "text/csv").get("/api/v1/" + list);

        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        List<JsonNode> streamed = new ArrayList<>();
        for (String line : lines.asString().lines().toList()) {
            streamed.add(json.readTree(line));
        }
        assertThat(streamed.stream().limit(500))
                .isEqualTo(List.copyOf(json.convertValue(shown, new TypeReference<List<JsonNode>>() {})));
        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(CsvReader.builder().ofNamedCsvRecord(table.asString()).stream())
                .hasSameSizeAs(streamed);
        assertThat(given().get("/api/v1/" + list + "?format=csv").asString()).isEqualTo(table.asString());
        assertThat(given().get("/api/v1/" + list + "?format=ndjson").asString()).isEqualTo(lines.asString());
        given().get("/api/v1/" + list + "?format=xml").then().statusCode(400).body("parameter", equalTo("format"));
    }

    @Test
    void changes_stream_from_the_number_that_one_has() {
        List<Integer> all = given().get("/api/v1/changes?limit=500&after=3").path("changes.sequence");

        assertThat(given().get("/api/v1/changes?format=ndjson&after=3&limit=250")
                        .asString()
                        .lines())
                .hasSize(Math.min(250, all.size()));
        assertThat(
                        CsvReader.builder()
                                .ofNamedCsvRecord(given().get("/api/v1/changes?format=csv&after=3")
                                        .asString())
                                .stream()
                                .limit(500)
                                .map(row -> Integer.valueOf(row.getField("sequence"))))
                .isEqualTo(all);
        assertThat(given().get("/api/v1/changes?format=ndjson&after=99999999").asString())
                .isEmpty();
    }

    @Test
    void what_a_stranger_chose_is_no_formula_in_a_table() {
        alert();
        assertThat(CsvReader.builder()
                        .ofNamedCsvRecord(given().get("/api/v1/alerts?format=csv&platform=lists-alert")
                                .asString())
                        .stream()
                        .map(row -> row.getField("why"))
                        .distinct())
                .containsExactly("'=WHY()");
    }

    @Test
    void an_incident_is_listed_if_one_of_its_cases_fits() {
        Set<String> all = incidents("");
        for (Parameter each : filters()) {
            String filter = each.name() + "=" + each.example().orElseThrow();
            Set<String> expected = new HashSet<>();
            given().urlEncodingEnabled(false)
                    .get("/api/v1/cases?format=ndjson&fields=incident&" + filter)
                    .asString()
                    .lines()
                    .forEach(line -> expected.add(text(line, "incident")));

            assertThat(incidents(filter)).as(filter).isEqualTo(expected).isSubsetOf(all);
            assertThat((Object) given().urlEncodingEnabled(false)
                            .get("/api/v1/incidents?" + filter)
                            .path("total"))
                    .as(filter)
                    .isEqualTo(expected.size());
        }
        assertThat(incidents("platform=zoom")).contains("zoom-june-fourth-2020").hasSizeLessThan(all.size());
        // no case of it fits both, though one fits each
        assertThat(incidents("incident=zoom-june-fourth-2020&basedIn=US")).isNotEmpty();
        assertThat(incidents("incident=zoom-june-fourth-2020&basedIn=US&q=Cheuk"))
                .isEmpty();
        assertThat(incidents("incident=zoom-june-fourth-2020&q=Cheuk")).isNotEmpty();
    }

    @Test
    void fields_of_lines_and_incidents_are_chosen_too() throws Exception {
        Set<String> known = new TreeSet<>();
        List<JsonNode> lines = new ArrayList<>();
        for (String line :
                given().get("/api/v1/entries?format=ndjson").asString().lines().toList()) {
            lines.add(json.readTree(line).get("entry"));
            json.readTree(line).get("entry").fieldNames().forEachRemaining(name -> known.add("entry." + name));
        }
        List<JsonNode> chosen = new ArrayList<>();
        for (String line : given().get("/api/v1/entries?format=ndjson&fields=" + String.join(",", known))
                .asString()
                .lines()
                .toList()) {
            chosen.add(json.readTree(line).get("entry"));
        }
        assertThat(chosen).isEqualTo(lines);
        assertThat(known).contains("entry.explanation", "entry.measure", "entry.text");

        JsonPath statements = given().get("/api/v1/statements?limit=1&fields=case,entry.explanation,platform.id")
                .jsonPath();
        assertThat(statements.getMap("statements[0]").keySet()).containsExactly("case", "entry", "platform");
        assertThat(statements.getMap("statements[0].entry").keySet()).containsExactly("explanation");
        JsonPath incidents =
                given().get("/api/v1/incidents?limit=1&fields=slug,title").jsonPath();
        assertThat(incidents.getMap("incidents[0]").keySet()).containsExactly("slug", "title");
        for (String list : List.of("entries", "statements", "observations", "incidents")) {
            given().get("/api/v1/" + list + "?fields=password")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("fields"));
            given().get("/api/v1/" + list + "?format=csv&fields=sequence")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("fields"));
        }
    }

    @Test
    void alerts_are_listed() {
        given().get("/api/v1/alerts?platform=youtube&open=true")
                .then()
                .statusCode(200)
                .body("alerts.until", everyItem(nullValue()));
    }

    /** Reads from the OpenAPI document which parameters there are, so that none can be forgotten here. */
    @Test
    void every_parameter_is_refused_when_it_is_wrong_and_taken_as_its_example_says() throws Exception {
        JsonNode paths = json.readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString())
                .get("paths");
        String edition = "/editions" + editions.published().substring("/reports".length());
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String url = path.getKey()
                    .replace(
                            "{slug}",
                            path.getKey().contains("incidents") ? "zoom-june-fourth-2020" : "zoom-wang-dan-2020")
                    .replace("{id}", "zoom")
                    .replace("/editions/{report}/{number}", edition);
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (parameter.get("in").asText().equals("query")) {
                    refuses(url, parameter.get("name").asText());
                    takes(url, parameter);
                    tried++;
                }
            }
            if (url.startsWith("/api/v1/cases") && path.getValue().has("get")) {
                refused(url + "?colour=red", "colour");
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private void refuses(String url, String name) throws Exception {
        refused(url + "?" + name + "=%00", name);
        for (String nothing : List.of("", "=", "=%20")) {
            refused(url + "?" + name + nothing, name);
        }
        refused(url + "?" + name + "=a&" + name + "=b", name);
        refused(url + "?" + name + "=" + "x".repeat(10_001) + "!", name);
        if (!name.equals("q")) {
            for (String wrong : List.of("no+such+thing!", "%27--DROP", "-1.5", "%F0%9F%A6%84", ",")) {
                refused(url + "?" + name + "=" + wrong, name);
            }
        }
    }

    private void refused(String url, String name) throws Exception {
        HttpResponse<String> answer = asked(url);
        String what = url.length() > 200 ? url.substring(0, 200) : url;
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("parameter").asText()).as(what).isEqualTo(name);
        assertThat(problem.path("expected").asText()).as(what).isNotBlank();
        // of a cursor no example can exist
        assertThat(problem.has("example")).as(what).isEqualTo(!name.equals("cursor"));
        assertThat(problem.path("example").asText("no example"))
                .as(what)
                .isNotBlank()
                .doesNotContain("…");
        assertThat(answer.body().length()).as(what).isLessThan(6000);
    }

    private void takes(String url, JsonNode parameter) throws Exception {
        String name = parameter.get("name").asText();
        // what a cursor or the number of a version can be depends on what was published
        if (!name.equals("cursor") && !name.equals("sequence")) {
            // a search without words is none
            String needed = url.endsWith("/search") && !name.equals("q") ? "?q=zoom&" : "?";
            String example = URLEncoder.encode(written(parameter.get("example")), StandardCharsets.UTF_8);
            String whole = url + needed + name + "=" + example;
            assertThat(asked(whole).statusCode()).as(whole).isEqualTo(200);
        }
    }

    private static String written(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    /** Nearly two thousand requests: this client needs a twentieth of the time of the other. */
    private HttpResponse<String> asked(String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(stream.toURI().resolve(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** There is one, and no longer open. */
    private void alert() {
        if (given().get("/api/v1/alerts?platform=lists-alert")
                .jsonPath()
                .getList("alerts")
                .isEmpty()) {
            Vantage vantage = Vantage.of("DE/direct");
            alerts.set("lists-alert", vantage, AlertKind.MOSTLY_UNCLEAR, true, "=WHY()");
            alerts.set("lists-alert", vantage, AlertKind.MOSTLY_UNCLEAR, false, "It reads again.");
        }
    }

    private Set<String> incidents(String query) {
        Set<String> slugs = new HashSet<>();
        given().urlEncodingEnabled(false)
                .get("/api/v1/incidents?format=ndjson&fields=slug&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .forEach(line -> slugs.add(text(line, "slug")));
        return slugs;
    }

    /** Of thousands of lines: the JSON path of REST Assured compiles a script for each. */
    private String text(String line, String name) {
        try {
            return json.readTree(line).get(name).asText();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(line, unreadable);
        }
    }

    private static List<Parameter> filters() {
        Set<String> together = Set.of("from", "to", "minLatency", "maxLatency", "exact");
        return CaseFilter.parameters().stream()
                .filter(parameter -> !together.contains(parameter.name()))
                .toList();
    }

    private static Set<String> slugs(String query) {
        Set<String> slugs = new HashSet<>();
        for (String line : given().urlEncodingEnabled(false)
                .get("/api/v1/cases?format=ndjson&fields=slug&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList()) {
            slugs.add(line.substring("{\"slug\":\"".length(), line.length() - "\"}".length()));
        }
        return slugs;
    }

    private static JsonPath page(String query) {
        Response answer = given().get("/api/v1/cases?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<String> pages(String query) {
        List<String> slugs = new ArrayList<>();
        Optional<String> next = Optional.of("/api/v1/cases?" + query);
        while (next.isPresent()) {
            JsonPath page = given().urlEncodingEnabled(false).get(next.get()).jsonPath();
            slugs.addAll(page.getList("cases.slug"));
            next = Optional.ofNullable(page.getString("next"));
        }
        return slugs;
    }
}

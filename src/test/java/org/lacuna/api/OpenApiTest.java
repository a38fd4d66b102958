package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document (3.1, whose schemas are JSON Schema 2020-12) says is so. */
@QuarkusTest
class OpenApiTest {
    /** Their query belongs to the address that they look up. */
    private static final Set<String> OF_AN_ADDRESS = Set.of("timeGate", "timeMap");

    @Inject
    ObjectMapper json;

    private JsonNode document;

    /** An operation that reads. */
    private record Reading(String url, JsonNode operation) {
        String id() {
            return operation.get("operationId").asText();
        }

        JsonNode content() {
            return operation.at("/responses/200/content/application~1json");
        }
    }

    /** It is left in {@code target/openapi.json}, where {@code src/check/openapi} can lint it. */
    @BeforeEach
    void read() throws IOException {
        document = json.readTree(
                given().header("Accept", "application/json").get("/q/openapi").asString());
        Files.writeString(Path.of("target/openapi.json"), document.toPrettyString());
    }

    @Test
    void every_example_fits_its_schema() {
        int tried = 0;
        for (Reading reading : readings()) {
            for (JsonNode parameter : reading.operation.path("parameters")) {
                assertThat(parameter.has("schema"))
                        .as(reading.id() + " " + parameter)
                        .isTrue();
                if (parameter.has("example")) {
                    fits(reading.id() + " " + parameter.get("name"), parameter.get("schema"), parameter.get("example"));
                    tried++;
                }
            }
            if (reading.content().has("example")) {
                fits(
                        reading.id(),
                        reading.content().get("schema"),
                        reading.content().get("example"));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void every_answer_has_the_shape_that_is_promised() throws IOException {
        Set<String> tried = new HashSet<>();
        for (Reading reading : readings()) {
            if (reading.content().has("schema") && !reading.url.contains("{")) {
                String url = reading.url + (reading.url.endsWith("/search") ? "?q=zoom" : "");
                fits(
                        url,
                        reading.content().get("schema"),
                        json.readTree(given().get(url).asString()));
                tried.add(reading.id());
            }
        }
        assertThat(tried)
                .contains(
                        "listCases",
                        "listIncidents",
                        "listEntries",
                        "listStatements",
                        "listChanges",
                        "readCase",
                        "search");
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_how_it_refuses() {
        List<String> ids = readings().stream().map(Reading::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(readings()).allSatisfy(reading -> {
            assertThat(reading.operation.path("description").asText())
                    .as(reading.id())
                    .isNotBlank();
            assertThat(reading.operation.path("responses").has("400"))
                    .as(reading.id())
                    .isTrue();
        });
    }

    @Test
    void every_operation_refuses_a_parameter_that_it_does_not_know() {
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Response answer = ask(operation.getKey(), url(path.getKey(), operation.getValue()) + "?nonsense=1");
                String what = operation.getKey() + " " + path.getKey() + ": " + answer.asString();
                if (OF_AN_ADDRESS.contains(
                        operation.getValue().get("operationId").asText())) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(404);
                } else {
                    assertRefused(answer, what, "nonsense");
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(30);
    }

    @Test
    void another_way_to_ask_the_same_refuses_it_too() {
        for (String list : List.of(
                "cases",
                "incidents",
                "entries",
                "statements",
                "observations",
                "platforms",
                "alerts",
                "changes",
                "statistics")) {
            for (String format : List.of("csv", "ndjson")) {
                String url = "/api/v1/" + list + "?format=" + format + "&nonsense=1";
                assertRefused(given().get(url), url, "nonsense");
            }
        }
        assertThat(given().head("/bulk/latest/cases.csv?nonsense=1").statusCode())
                .isEqualTo(400);
        for (String format : List.of("json", "csv", "ndjson")) {
            for (String url : List.of("/api/v1/vocabulary", "/api/v1/dataset")) {
                assertRefused(given().get(url + "?format=" + format), url, "format");
            }
        }
    }

    @Test
    void the_bodies_of_requests_have_schemas_that_their_examples_fit() {
        int tried = 0;
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                JsonNode body = operation.path("requestBody").path("content").path("application/json");
                if (body.has("schema")) {
                    assertThat(body.get("schema").has("properties")).isTrue();
                    fits(operation.get("operationId").asText(), body.get("schema"), body.get("example"));
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(3);
        JsonNode subscribed = document.at("/paths/~1api~1v1~1webhooks/post/requestBody/content/application~1json");
        for (String wrong : List.of(
                "{}",
                "{\"url\":5}",
                "{\"url\":\"https://news.example\",\"colour\":1}",
                "{\"url\":\"https://news.example\",\"filter\":{\"status\":\"lost\"}}",
                "{\"url\":\"https://news.example\",\"filter\":{\"colour\":\"red\"}}")) {
            assertThat(complaints(subscribed.get("schema"), wrong)).as(wrong).isNotEmpty();
        }
    }

    @Test
    void a_closed_list_is_an_enumeration_whose_every_word_is_taken() {
        int tried = 0;
        for (String list : List.of("cases", "entries", "statistics")) {
            for (JsonNode parameter : document.at("/paths/~1api~1v1~1" + list + "/get/parameters")) {
                JsonNode schema = parameter.get("schema");
                JsonNode words = schema.has("items") ? schema.get("items").path("enum") : schema.path("enum");
                for (JsonNode word : words) {
                    String url = "/api/v1/" + list + "?" + parameter.get("name").asText() + "=" + word.asText();
                    assertThat(given().get(url).statusCode()).as(url).isEqualTo(200);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
        JsonNode status = parameter("cases", "status");
        assertThat(status.get("explode").asBoolean()).isFalse();
        assertThat(status.at("/schema/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("restricted", "partially-restored", "restored", "ended-otherwise", "unknown");
        assertThat(parameter("statistics", "by").at("/schema/maxItems").asInt()).isEqualTo(2);
        assertThat(parameter("cases", "limit").at("/schema/minimum").asInt()).isEqualTo(1);
        assertThat(parameter("cases", "limit").at("/schema/maximum").asInt()).isEqualTo(500);
        assertThat(parameter("cases", "hasReversal").at("/schema/type").asText())
                .isEqualTo("boolean");
        for (String day : List.of("2020-06-07", "2020-06", "2020-06~", "2020-06-10/2020-06-11")) {
            fits(
                    "a date",
                    parameter("cases", "from").get("schema"),
                    json.getNodeFactory().textNode(day));
            assertThat(given().queryParam("from", day).get("/api/v1/cases").statusCode())
                    .as(day)
                    .isEqualTo(200);
        }
    }

    @Test
    void every_media_type_and_every_header_that_is_promised_is_given() {
        Set<String> types = new HashSet<>();
        for (Reading reading : readings()) {
            // that a version stands in the log can be proved a moment after it was published
            if (reading.url.startsWith("/api/")
                    && !reading.url.contains("{")
                    && !reading.id().equals("proveCase")) {
                String url = reading.url + (reading.url.endsWith("/search") ? "?q=zoom" : "?limit=1");
                url = reading.operation.toString().contains("\"limit\"") ? url : url.replace("?limit=1", "");
                JsonNode promised = reading.operation.at("/responses/200");
                for (Map.Entry<String, JsonNode> type : promised.path("content").properties()) {
                    // how a citation is written is asked by a parameter alone
                    if (!reading.id().equals("citation")) {
                        Response answer =
                                given().header("Accept", type.getKey()).get(url);
                        assertThat(answer.contentType()).as(url).startsWith(type.getKey());
                        types.add(type.getKey());
                    }
                }
                Set<String> headers = new HashSet<>();
                promised.path("headers").fieldNames().forEachRemaining(headers::add);
                Response answer = given().get(url);
                assertThat(answer.statusCode()).as(url).isEqualTo(200);
                for (String header : List.of("ETag", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")) {
                    assertThat(headers.contains(header))
                            .as(url + " " + header)
                            .isEqualTo(answer.headers().hasHeaderWithName(header));
                }
                if (answer.headers().hasHeaderWithName("Link")) {
                    assertThat(headers).as(url).contains("Link");
                }
            }
        }
        assertThat(types).contains("application/json", "application/ld+json", "text/csv", "application/x-ndjson");
    }

    private JsonNode parameter(String list, String name) {
        for (JsonNode parameter : document.at("/paths/~1api~1v1~1" + list + "/get/parameters")) {
            if (parameter.get("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(name);
    }

    private static void assertRefused(Response answer, String what, String name) {
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("parameter")).as(what).isEqualTo(name);
        assertThat(answer.jsonPath().getString("expected")).as(what).contains("parameters");
    }

    /** Parameters are read before anything is looked up, so that no other refusal comes first. */
    private static Response ask(String method, String url) {
        RequestSpecification asked = given().redirects().follow(false).urlEncodingEnabled(false);
        return (Set.of("get", "delete").contains(method)
                        ? asked
                        : asked.contentType("application/json").body("{}"))
                .request(method.toUpperCase(Locale.ROOT), url);
    }

    /** With the example of each name in it, or with one that is nobody's. */
    private static String url(String path, JsonNode operation) {
        String url = path;
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("in").asText().equals("path")) {
                url = url.replace(
                        "{" + parameter.get("name").asText() + "}",
                        parameter.has("example")
                                ? parameter.get("example").asText()
                                : "0e8f5a5e-6d3b-4b0c-9d53-6f3f7c0d4a11");
            }
        }
        return url;
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            if (path.getValue().has("get")) {
                String url = path.getKey()
                        .replace(
                                "{slug}",
                                path.getKey().contains("incidents") ? "zoom-june-fourth-2020" : "zoom-wang-dan-2020");
                readings.add(new Reading(url, path.getValue().get("get")));
            }
        }
        return readings;
    }

    private void fits(String what, JsonNode schema, JsonNode value) {
        assertThat(complaints(schema, value.toString())).as(what).isEmpty();
    }

    private List<Error> complaints(JsonNode schema, String value) {
        ObjectNode whole = json.createObjectNode();
        whole.set("components", document.get("components"));
        whole.setAll((ObjectNode) schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(value, InputFormat.JSON);
    }
}

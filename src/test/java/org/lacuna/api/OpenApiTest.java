package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document (3.1, whose schemas are JSON Schema 2020-12) says is so. */
@QuarkusTest
class OpenApiTest {
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

    @BeforeEach
    void read() throws IOException {
        document = json.readTree(
                given().header("Accept", "application/json").get("/q/openapi").asString());
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
        ObjectNode whole = json.createObjectNode();
        whole.set("components", document.get("components"));
        whole.setAll((ObjectNode) schema);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole.toString(), InputFormat.JSON)
                        .validate(value.toString(), InputFormat.JSON))
                .as(what)
                .isEmpty();
    }
}

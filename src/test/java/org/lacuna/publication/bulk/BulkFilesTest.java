package org.lacuna.publication.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** A set of the founding record, as a reader gets it. */
@QuarkusTest
class BulkFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    BulkSets sets;

    @Inject
    BulkSettings settings;

    @Inject
    Database database;

    private BulkSet set;

    @BeforeEach
    void there_is_a_set_of_the_record_as_it_stands() {
        set = sets.find(sets.make().orElseThrow()).orElseThrow();
    }

    private byte[] get(String file) {
        return given().get("/bulk/" + set.name() + "/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String text(String file) {
        return new String(get(file), StandardCharsets.UTF_8);
    }

    /** Every document that the record holds now, as the API hands it out. */
    private List<JsonNode> documents() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String body : bodies()) {
            all.add(JSON.readTree(body));
        }
        return all;
    }

    private List<String> bodies() {
        return database.list(
                "SELECT convert_from(coalesce(v.body, d.body), 'UTF8') FROM public_case p JOIN document d USING (sequence)"
                        + " LEFT JOIN document_veil v USING (sequence) WHERE p.ended = 9223372036854775807 ORDER BY p.sequence",
                row -> row.getString(1));
    }

    @Test
    void the_lines_of_cases_are_the_documents_byte_for_byte() {
        assertThat(text("cases.ndjson")).isEqualTo(String.join("\n", bodies()) + "\n");
    }

    @Test
    void csv_gives_every_value_of_the_record_back() throws Exception {
        for (Table table : Tables.ALL) {
            List<List<String>> lines = CsvForTests.read(text(table.name() + ".csv"));
            assertThat(lines.get(0))
                    .isEqualTo(table.columns().stream().map(Column::name).toList());
            int line = 0;
            for (Row row : rows(table)) {
                line++;
                for (int i = 0; i < table.columns().size(); i++) {
                    Column column = table.columns().get(i);
                    JsonNode value = column.value().apply(row);
                    String cell = lines.get(line).get(i);
                    String read = column.kind() == Kind.TEXT ? cell.replaceFirst("^'", "") : cell;
                    assertThat(read)
                            .as(table.name() + " " + column.name())
                            .isEqualTo(
                                    column.isEmpty(value)
                                            ? ""
                                            : value.isContainerNode() ? value.toString() : value.asText());
                }
            }
            assertThat(lines).hasSize(line + 1);
        }
    }

    @Test
    void parquet_gives_every_value_of_the_record_back() throws Exception {
        for (Table table : Tables.ALL) {
            Path copy = Files.createTempFile("lacuna", ".parquet");
            Files.write(copy, get(table.name() + ".parquet"));
            List<Group> read = ParquetForTests.read(copy);
            Files.delete(copy);
            List<Row> rows = rows(table);
            assertThat(read).hasSameSizeAs(rows);
            for (int line = 0; line < rows.size(); line++) {
                for (Column column : table.columns()) {
                    assertThat(inParquet(read.get(line), column))
                            .as(table.name() + " " + column.name())
                            .isEqualTo(inRecord(column, rows.get(line)));
                }
            }
        }
    }

    private static List<String> inParquet(Group row, Column column) {
        if (column.kind() == Kind.LIST) {
            return ParquetForTests.list(row, column.name());
        }
        return row.getFieldRepetitionCount(column.name()) == 0
                ? List.of()
                : List.of(row.getValueToString(row.getType().getFieldIndex(column.name()), 0));
    }

    private static List<String> inRecord(Column column, Row row) {
        JsonNode value = column.value().apply(row);
        if (column.kind() == Kind.LIST) {
            List<String> list = new ArrayList<>();
            value.forEach(each -> list.add(each.asText()));
            return list;
        }
        if (column.isEmpty(value)) {
            return List.of();
        }
        return List.of(
                switch (column.kind()) {
                    case DAY ->
                        String.valueOf(
                                java.time.LocalDate.parse(value.textValue()).toEpochDay());
                    case MOMENT ->
                        String.valueOf(
                                java.time.Instant.parse(value.textValue()).toEpochMilli());
                    case JSON -> value.toString();
                    default -> value.asText();
                });
    }

    private List<Row> rows(Table table) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (JsonNode document : documents()) {
            int position = 0;
            for (JsonNode item : table.items().apply(document)) {
                rows.add(new Row(document, item, ++position));
            }
        }
        return rows;
    }

    @Test
    void ndjson_has_the_items_as_they_stand_in_the_documents() throws Exception {
        for (Table table : Tables.ALL.subList(1, Tables.ALL.size())) {
            List<String> lines = text(table.name() + ".ndjson").lines().toList();
            List<Row> rows = rows(table);
            assertThat(lines).hasSameSizeAs(rows);
            for (int i = 0; i < lines.size(); i++) {
                var line = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(lines.get(i));
                assertThat(line.remove("case").textValue())
                        .isEqualTo(rows.get(i).slug());
                assertThat(line).isEqualTo(rows.get(i).item());
            }
        }
    }

    @Test
    void the_data_package_describes_every_file_and_every_column() throws Exception {
        JsonNode json = JSON.readTree(text(DataPackage.FILE));

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(Path.of("src/test/resources/bulk/datapackage.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(json.toString(), InputFormat.JSON)).isEmpty();
        Set<String> names = new HashSet<>();
        for (JsonNode resource : json.path("resources")) {
            assertThat(names.add(resource.path("name").asText())).isTrue();
            byte[] file = get(resource.path("path").asText());
            assertThat(resource.path("bytes").longValue()).isEqualTo(file.length);
            assertThat(resource.path("hash").asText()).isEqualTo(Digest.of(file).toString());
        }
        assertThat(names).hasSize(16);
        assertThat(json.path("sequence").longValue()).isEqualTo(set.sequence());
    }

    @Test
    void the_manifest_holds_every_digest_and_its_signature_is_the_service_s() throws Exception {
        String manifest = text(Manifest.FILE);
        for (String line : manifest.lines().skip(1).toList()) {
            assertThat(line).startsWith(Digest.of(get(line.substring(66))).hex() + "  ");
        }
        assertThat(manifest.lines().count()).isEqualTo(18);
        assertThat(manifest).startsWith("# Lacuna bulk files " + set.name() + "\n");

        String pem = given().get("/api/v1/key").jsonPath().getString("pem");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "")))));
        check.update(manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(get(Manifest.SIGNATURE))).isTrue();
    }

    @Test
    void the_latest_leads_to_the_dated_set_and_both_lists_name_it() {
        given().redirects()
                .follow(false)
                .get("/bulk/latest/cases.csv")
                .then()
                .statusCode(307)
                .header("Location", org.hamcrest.Matchers.endsWith("/bulk/" + set.name() + "/cases.csv"));
        assertThat(given().get("/api/v1/bulk").jsonPath().getList("sets.name", String.class))
                .contains(set.name());
        assertThat(given().get("/bulk").then().statusCode(200).extract().asString())
                .contains("/bulk/" + set.name() + "/cases.parquet");
    }

    @Test
    void the_list_is_there_with_and_without_a_stroke() {
        given().get("/bulk/").then().statusCode(200);
        given().redirects()
                .follow(false)
                .get("/bulk/latest/")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/bulk#" + set.name()));
        given().get("/bulk/2020-01-01-1").then().statusCode(404);
    }

    @Test
    void parts_and_what_is_known_already_are_answered_as_http_says() {
        byte[] whole = get("entries.csv");
        String path = "/bulk/" + set.name() + "/entries.csv";
        Response part = given().header("Range", "bytes=10-19").get(path);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 10-19/" + whole.length);
        assertThat(part.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(whole, 10, 20));
        String tag = part.header("ETag");
        assertThat(tag).isEqualTo("\"" + Digest.of(whole) + "\"");
        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().header("Range", "bytes=999999999-").get(path).then().statusCode(416);
        given().header("Range", "bytes=0-1")
                .header("If-Range", "\"another\"")
                .get(path)
                .then()
                .statusCode(200);
        Response head = given().head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(whole.length));
    }

    @Test
    void no_name_leads_out_of_the_set() {
        for (String path : List.of(
                "/bulk/" + set.name() + "/..%2f..%2fkeys%2fservice.key",
                "/bulk/" + set.name() + "/%2e%2e",
                "/bulk/..%2fkeys/service.key",
                "/bulk/%2e%2e/keys",
                "/bulk/" + set.name() + "/cases.csv%00.txt",
                "/bulk/" + set.name() + "/.",
                "/bulk/.making-x/cases.csv",
                "/bulk/latest/..%2f..%2fkeys%2fservice.key")) {
            Response answer = given().urlEncodingEnabled(false).get(path);
            assertThat(answer.asString()).as(path).doesNotContain("PRIVATE");
            if (answer.statusCode() == 200) {
                // the server resolved the dots within the address, to the list
                assertThat(answer.asString()).as(path).contains("<h1>Bulk files</h1>");
            } else {
                assertThat(answer.statusCode()).as(path).isIn(400, 404);
            }
        }
    }

    @Test
    void a_set_that_tells_the_record_as_it_stands_is_not_made_twice() {
        assertThat(sets.make()).hasValue(set.name());
    }

    @Test
    void what_a_maker_left_that_was_killed_is_swept_away_and_never_served() throws Exception {
        Path half = settings.folder().resolve(".making-2026-01-01-1");
        Files.createDirectories(half);
        Files.writeString(half.resolve("cases.csv"), "half");
        Path unannounced = settings.folder().resolve("2026-01-01-2");
        Files.createDirectories(unannounced);
        Files.writeString(unannounced.resolve("cases.csv"), "whole, but its maker died before it said so");
        database.change("INSERT INTO bulk_set (name, day, sequence, revision, started)"
                + " VALUES ('2026-01-01-2', '2026-01-01', 2, 0, now())");

        given().get("/bulk/2026-01-01-2/cases.csv").then().statusCode(404);
        sets.make();

        assertThat(half).doesNotExist();
        assertThat(unannounced).doesNotExist();
        assertThat(database.list("SELECT 1 FROM bulk_set WHERE made IS NULL", row -> true))
                .isEmpty();
        assertThat(get("cases.csv")).isNotEmpty();
    }
}

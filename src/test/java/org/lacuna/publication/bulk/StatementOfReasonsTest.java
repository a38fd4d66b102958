package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lacuna.Corpus;

/** Against the columns and the words of the database itself. */
class StatementOfReasonsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode corpus() throws IOException {
        return JSON.readTree(Corpus.folder("dsa").resolve("sor_columns.json").toFile());
    }

    /** A case on which everything that we can map is mapped. */
    private static JsonNode document(String measure, String explanation, String scope, String kind) throws IOException {
        return JSON.readTree("""
                {"slug": "a-case", "platform": {"id": "zoom", "name": "Zoom"}, "subject": {"kind": "%4$s", "name": "X"},
                 "restrictions": [{"id": "r1", "measure": "%1$s", "scope": ["%3$s"], "demandedBy": {"government": "CN"},
                   "imposed": {"edtf": "2020-06", "earliest": "2020-06-01", "latest": "2020-06-30"},
                   "lifts": [{"entry": "e2", "extent": "full",
                     "date": {"edtf": "2020-07-01", "earliest": "2020-07-01", "latest": "2020-07-01"}}]}],
                 "timeline": [
                   {"id": "r1", "type": "restriction-imposed", "text": "=It was closed", "recordedAt": "2026-11-28T22:31:39.347Z"},
                   {"id": "e1", "type": "statement", "by": "platform", "explanation": "%2$s", "text": "We had to.",
                    "rule": {"title": "The rule", "url": "https://rules.example/1"}}]}""".formatted(measure, explanation, scope, kind));
    }

    private static Map<String, String> row(JsonNode document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile csv = new CsvFile(StatementOfReasons.table().columns(), out)) {
            csv.write(new Row(document, document.path("restrictions").path(0), 1), new byte[0]);
        }
        List<List<String>> lines = CsvForTests.read(out.toString(StandardCharsets.UTF_8));
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < lines.get(0).size(); i++) {
            row.put(lines.get(0).get(i), lines.get(1).get(i));
        }
        return row;
    }

    @Test
    void the_columns_are_those_of_the_database_in_their_order() throws IOException {
        List<String> expected = new ArrayList<>();
        corpus().path("full").forEach(name -> expected.add(name.textValue()));

        assertThat(StatementOfReasons.table().columns().stream().map(Column::name))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void every_word_in_a_column_of_words_is_one_of_the_database() throws IOException {
        Set<String> known = new HashSet<>();
        corpus().path("enumerations").fieldNames().forEachRemaining(known::add);
        List<String> measures = known.stream()
                .filter(word -> word.startsWith("DECISION_") && !word.startsWith("DECISION_GROUND"))
                .toList();
        assertThat(measures).hasSizeGreaterThan(10);
        for (String measure : measures) {
            for (String explanation : List.of("local-law", "government-demand", "terms-violation", "denial")) {
                for (String kind : List.of("app", "video", "account", "search-term")) {
                    Map<String, String> row = row(document(measure, explanation, "worldwide", kind));
                    for (String column : List.of(
                            "decision_visibility",
                            "decision_monetary",
                            "decision_provision",
                            "decision_account",
                            "decision_ground",
                            "content_type",
                            "source_type")) {
                        assertThat(known).containsAll(words(row.get(column)));
                    }
                    assertThat(row.get("decision_visibility")
                                    + row.get("decision_monetary")
                                    + row.get("decision_provision")
                                    + row.get("decision_account"))
                            .contains(measure);
                }
            }
        }
    }

    @Test
    void the_scope_has_only_countries_that_the_database_knows() throws IOException {
        Set<String> known = new HashSet<>();
        JSON.readTree(Corpus.folder("dsa").resolve("statements.json").toFile())
                .path("territorial_scope")
                .forEach(country -> known.add(country.textValue()));
        // its form has the European Union alone; its rules allow the European Economic Area as well
        Set<String> ours = new HashSet<>(StatementOfReasons.EEA);
        ours.removeAll(known);
        assertThat(ours).isSubsetOf("IS", "LI", "NO");
        assertThat(words(row(document("DECISION_ACCOUNT_SUSPENDED", "error", "worldwide", "account"))
                        .get("territorial_scope")))
                .hasSize(30);
        assertThat(row(document("DECISION_ACCOUNT_SUSPENDED", "error", "CN", "account"))
                        .get("territorial_scope"))
                .isEmpty();
        assertThat(row(document("DECISION_ACCOUNT_SUSPENDED", "error", "DE", "account"))
                        .get("territorial_scope"))
                .isEqualTo("[\"DE\"]");
    }

    @Test
    void what_we_know_stands_where_the_database_has_a_place_for_it() throws IOException {
        Map<String, String> row = row(document("DECISION_ACCOUNT_SUSPENDED", "local-law", "DE", "account"));

        assertThat(row)
                .containsEntry("decision_account", "DECISION_ACCOUNT_SUSPENDED")
                .containsEntry("end_date_account_restriction", "2020-07-01 00:00:00")
                .containsEntry("end_date_visibility_restriction", "")
                .containsEntry("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT")
                .containsEntry("decision_ground_reference_url", "https://rules.example/1")
                .containsEntry("illegal_content_legal_ground", "The rule")
                .containsEntry("illegal_content_explanation", "We had to.")
                .containsEntry("incompatible_content_ground", "")
                .containsEntry("content_type", "[\"CONTENT_TYPE_OTHER\"]")
                .containsEntry("content_type_other", "account")
                .containsEntry("application_date", "2020-06-01 00:00:00")
                .containsEntry("decision_facts", "'=It was closed")
                .containsEntry("source_identity", "government: CN")
                .containsEntry("platform_name", "Zoom")
                .containsEntry("platform_uid", "a-case/r1")
                .containsEntry("created_at", "2026-11-28 22:31:39");
        assertThat(row.get("uuid")).isEqualTo(StatementId.of("a-case", "r1").toString());
        assertThat(StatementId.of("a-case", "r1").version()).isEqualTo(5);
    }

    private static List<String> words(String cell) throws IOException {
        if (cell.startsWith("[")) {
            List<String> words = new ArrayList<>();
            JSON.readTree(cell).forEach(word -> words.add(word.textValue()));
            return words;
        }
        return cell.isEmpty() ? List.of() : List.of(cell);
    }
}

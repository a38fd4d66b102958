package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;

/**
 * Restrictions in the columns of the EU DSA Transparency Database's files (Regulation (EU) 2022/2065, Article 17), in
 * their order. What we do not know stays empty, also where the database wants a word; what it has no word for is lost, as
 * docs/statements-of-reasons.md says.
 */
final class StatementOfReasons {
    /** Where the database's territorial scope can lie: the European Union and the European Economic Area. */
    static final List<String> EEA = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Set<String> CONTENT = Set.of("app", "video");
    private static final String MIDNIGHT = " 00:00:00";
    private static final JsonNode NOTHING = MissingNode.getInstance();

    private StatementOfReasons() {}

    static Table table() {
        return Table.of(
                "statements-of-reasons",
                "Restrictions as statements of reasons",
                "The restrictions in the columns of the EU DSA Transparency Database, as far as they fit",
                columns(),
                List.of("uuid"),
                "restrictions");
    }

    private static List<Column> columns() {
        Columns columns = new Columns();
        word(columns, "uuid", row -> text(StatementId.of(row.slug(), id(row)).toString()));
        word(columns, "decision_visibility", row -> decided(row, "DECISION_VISIBILITY_", true));
        text(columns, "decision_visibility_other", row -> other(row));
        word(columns, "end_date_visibility_restriction", row -> ended(row, "DECISION_VISIBILITY_"));
        word(columns, "decision_monetary", row -> decided(row, "DECISION_MONETARY_", false));
        word(columns, "decision_monetary_other", row -> NOTHING);
        word(columns, "end_date_monetary_restriction", row -> ended(row, "DECISION_MONETARY_"));
        word(columns, "decision_provision", row -> decided(row, "DECISION_PROVISION_", false));
        word(columns, "end_date_service_restriction", row -> ended(row, "DECISION_PROVISION_"));
        word(columns, "decision_account", row -> decided(row, "DECISION_ACCOUNT_", false));
        word(columns, "end_date_account_restriction", row -> ended(row, "DECISION_ACCOUNT_"));
        word(columns, "account_type", row -> NOTHING);
        word(columns, "decision_ground", row -> Claim.of(row).ground());
        text(columns, "decision_ground_reference_url", row -> Claim.of(row).address());
        text(columns, "illegal_content_legal_ground", row -> Claim.of(row).rule(true));
        text(columns, "illegal_content_explanation", row -> Claim.of(row).words(true));
        text(columns, "incompatible_content_ground", row -> Claim.of(row).rule(false));
        text(columns, "incompatible_content_explanation", row -> Claim.of(row).words(false));
        for (String unknown : List.of(
                "incompatible_content_illegal",
                "category",
                "category_addition",
                "category_specification",
                "category_specification_other")) {
            word(columns, unknown, row -> NOTHING);
        }
        word(columns, "content_type", StatementOfReasons::contentType);
        word(columns, "content_type_other", row -> CONTENT.contains(kind(row)) ? NOTHING : text(kind(row)));
        for (String unknown : List.of("content_language", "content_date", "content_id_ean")) {
            word(columns, unknown, row -> NOTHING);
        }
        word(columns, "territorial_scope", StatementOfReasons::scope);
        word(columns, "application_date", row -> begun(row.item().path("imposed")));
        text(columns, "decision_facts", row -> line(row).path("text"));
        word(columns, "source_type", row -> Columns.only(row.item().path("demandedBy"))
                .map(known -> text("SOURCE_TYPE_OTHER_NOTIFICATION"))
                .orElse(NOTHING));
        text(columns, "source_identity", row -> Columns.only(row.item().path("demandedBy"))
                .map(by -> text(by.getKey() + ": " + by.getValue().asText()))
                .orElse(NOTHING));
        word(columns, "automated_detection", row -> NOTHING);
        word(columns, "automated_decision", row -> NOTHING);
        text(columns, "platform_name", row -> row.document().path("platform").path("name"));
        word(columns, "platform_uid", row -> text(row.slug() + "/" + id(row)));
        word(columns, "created_at", row -> moment(line(row).path("recordedAt")));
        return columns.list();
    }

    private static void word(Columns columns, String name, java.util.function.Function<Row, JsonNode> value) {
        columns.add(name, Kind.WORD, value, "As in the files of the EU DSA Transparency Database");
    }

    private static void text(Columns columns, String name, java.util.function.Function<Row, JsonNode> value) {
        columns.add(name, Kind.TEXT, value, "As in the files of the EU DSA Transparency Database");
    }

    private static JsonNode decided(Row row, String family, boolean several) {
        String measure = row.item().path("measure").asText();
        if (!measure.startsWith(family)) {
            return NOTHING;
        }
        return text(several ? "[\"" + measure + "\"]" : measure);
    }

    /** The database wants a word of explanation wherever it has no word of its own. */
    private static JsonNode other(Row row) {
        return row.item().path("measure").asText().equals("DECISION_VISIBILITY_OTHER")
                ? line(row).path("text")
                : NOTHING;
    }

    private static JsonNode ended(Row row, String family) {
        JsonNode lifted = CaseTables.lifted(row);
        JsonNode day = lifted.path("latest").isTextual() ? lifted.path("latest") : lifted.path("earliest");
        return row.item().path("measure").asText().startsWith(family) && day.isTextual()
                ? text(day.textValue() + MIDNIGHT)
                : NOTHING;
    }

    private static JsonNode begun(JsonNode imposed) {
        JsonNode day = imposed.path("earliest").isTextual() ? imposed.path("earliest") : imposed.path("latest");
        return day.isTextual() ? text(day.textValue() + MIDNIGHT) : NOTHING;
    }

    private static JsonNode contentType(Row row) {
        return switch (kind(row)) {
            case "app" -> text("[\"CONTENT_TYPE_APP\"]");
            case "video" -> text("[\"CONTENT_TYPE_VIDEO\"]");
            default -> text("[\"CONTENT_TYPE_OTHER\"]");
        };
    }

    private static JsonNode scope(Row row) {
        ArrayNode countries = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : row.item().path("scope")) {
            if (each.asText().equals("worldwide")) {
                EEA.forEach(countries::add);
            } else if (EEA.contains(each.asText())) {
                countries.add(each);
            }
        }
        return countries.isEmpty() ? NOTHING : text(countries.toString());
    }

    private static JsonNode moment(JsonNode recorded) {
        return recorded.isTextual() ? text(recorded.textValue().substring(0, 19).replace('T', ' ')) : NOTHING;
    }

    /** The line that began the restriction. */
    private static JsonNode line(Row row) {
        for (JsonNode line : row.document().path("timeline")) {
            if (line.path("id").equals(row.item().path("id"))) {
                return line;
            }
        }
        return NOTHING;
    }

    private static String kind(Row row) {
        return row.document().path("subject").path("kind").asText();
    }

    private static String id(Row row) {
        return row.item().path("id").asText();
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}

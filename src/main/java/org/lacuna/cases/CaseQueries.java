package org.lacuna.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Fields;

/**
 * Reads incidents and cases as they stood at a moment: only rows recorded by then, the latest of each wording. The
 * present is read without a bound: clocks of nodes differ, and a bound would hide what another node has just recorded.
 */
@ApplicationScoped
class CaseQueries {
    /** Whatever is recorded. */
    static final Instant PRESENT = Instant.MAX;

    private final Database database;
    private final ObjectMapper json;

    CaseQueries(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    boolean empty() {
        return database.list("SELECT 1 FROM incident LIMIT 1", row -> true).isEmpty();
    }

    List<String> incidents(Instant asOf) {
        return database.list(
                "SELECT slug FROM incident WHERE recorded <= ? ORDER BY slug", row -> row.getString(1), time(asOf));
    }

    Optional<String> incidentOf(String caseSlug) {
        return database.first("SELECT incident FROM cases WHERE slug = ?", row -> row.getString(1), caseSlug);
    }

    Optional<String> shownReason(String caseSlug) {
        return database.first(
                        "SELECT shown FROM verification WHERE case_slug = ? ORDER BY id DESC LIMIT 1",
                        row -> Optional.ofNullable(row.getString(1)),
                        caseSlug)
                .flatMap(shown -> shown);
    }

    Optional<Incident> incident(String slug, Instant asOf) {
        return database.first(
                """
                SELECT title, summary FROM incident_wording
                WHERE incident = ? AND recorded <= ? ORDER BY id DESC LIMIT 1
                """,
                row -> new Incident(slug, row.getString(1), row.getString(2), sources(slug, asOf), cases(slug, asOf)),
                slug,
                time(asOf));
    }

    private List<Source> sources(String incident, Instant asOf) {
        return database.list(
                """
                SELECT id, publisher, title, url, published, language, archived FROM source
                WHERE incident = ? AND recorded <= ? ORDER BY position
                """,
                row -> new Source(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getObject(5, LocalDate.class)),
                        row.getString(6),
                        Optional.ofNullable(row.getString(7)).map(Digest::parse)),
                incident,
                time(asOf));
    }

    private List<Case> cases(String incident, Instant asOf) {
        return database.list(
                """
                SELECT c.slug, c.platform, s.kind, s.name, s.url, s.based_in, s.topics, v.level
                FROM cases c
                JOIN LATERAL (SELECT * FROM subject WHERE case_slug = c.slug AND recorded <= ? ORDER BY id DESC LIMIT 1) s ON true
                JOIN LATERAL (SELECT * FROM verification WHERE case_slug = c.slug AND recorded <= ? ORDER BY id DESC LIMIT 1) v ON true
                WHERE c.incident = ? AND c.recorded <= ? ORDER BY c.position
                """,
                row -> new Case(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        new Subject(
                                row.getString(3),
                                row.getString(4),
                                Optional.ofNullable(row.getString(5)),
                                Optional.ofNullable(row.getString(6)),
                                texts(row, 7)),
                        Optional.of(Verification.of(row.getString(8))),
                        entries(row.getString(1), asOf),
                        conflicts(row.getString(1), asOf)),
                time(asOf),
                time(asOf),
                incident,
                time(asOf));
    }

    private List<Entry> entries(String caseSlug, Instant asOf) {
        return database.list(
                """
                SELECT type, id, happened, text, sources, own, disputed, recorded FROM entry
                WHERE case_slug = ? AND recorded <= ? ORDER BY position
                """,
                row -> EntryFormat.own(
                        row.getString(1),
                        new Head(
                                row.getString(2),
                                EdtfDate.parse(row.getString(3)),
                                row.getString(4),
                                texts(row, 5),
                                EntryFormat.disputed(objects(row.getString(7))),
                                Optional.of(
                                        row.getObject(8, OffsetDateTime.class).toInstant())),
                        Fields.ofJson(tree(row.getString(6)))),
                caseSlug,
                time(asOf));
    }

    private List<Conflict> conflicts(String caseSlug, Instant asOf) {
        return database.list(
                "SELECT about, sides FROM conflict WHERE case_slug = ? AND recorded <= ? ORDER BY id",
                row -> new Conflict(row.getString(1), EntryFormat.sides(objects(row.getString(2)))),
                caseSlug,
                time(asOf));
    }

    private List<Fields> objects(String array) {
        return StreamSupport.stream(tree(array).spliterator(), false)
                .map(Fields::ofJson)
                .toList();
    }

    private JsonNode tree(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL stores only valid JSON", broken);
        }
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static OffsetDateTime time(Instant at) {
        return at.equals(PRESENT) ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }
}

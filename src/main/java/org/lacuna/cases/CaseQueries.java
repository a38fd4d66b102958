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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    Map<String, String> shownReasons(Set<String> caseSlugs) {
        Map<String, String> found = new HashMap<>();
        database.list(
                """
                SELECT case_slug, shown FROM (
                    SELECT DISTINCT ON (case_slug) case_slug, shown FROM verification WHERE case_slug = ANY (?)
                    ORDER BY case_slug, id DESC) latest
                WHERE shown IS NOT NULL
                """, row -> found.put(row.getString(1), row.getString(2)), (Object) caseSlugs.toArray(String[]::new));
        return found;
    }

    Optional<Incident> incident(String slug, Instant asOf) {
        return incidents(Set.of(slug), asOf).stream().findFirst();
    }

    /** Those of these incidents that were there, by slug; each with everything in the order in which it was recorded. */
    List<Incident> incidents(Set<String> slugs, Instant asOf) {
        String[] asked = slugs.toArray(String[]::new);
        Map<String, List<Source>> sources = sources(asked, asOf);
        Map<String, List<Case>> cases = cases(asked, asOf);
        return database.list(
                """
                SELECT DISTINCT ON (incident) incident, title, summary FROM incident_wording
                WHERE incident = ANY (?) AND recorded <= ? ORDER BY incident, id DESC
                """,
                row -> new Incident(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        sources.getOrDefault(row.getString(1), List.of()),
                        cases.getOrDefault(row.getString(1), List.of())),
                asked,
                time(asOf));
    }

    /**
     * For each of these incidents a word that is another one as soon as any of its rows is added, changed or taken away:
     * how many there are, and a sum over the transactions that wrote them.
     */
    Map<String, String> rows(Set<String> slugs) {
        Map<String, String> found = new HashMap<>();
        database.list(
                """
                WITH c AS MATERIALIZED (SELECT slug, incident, xmin AS seen FROM cases WHERE incident = ANY (?))
                SELECT incident, count(*) || ' ' || sum(hashint8extended(seen::text::bigint, 0)) FROM (
                    SELECT incident, seen FROM c
                    UNION ALL SELECT slug, xmin FROM incident WHERE slug = ANY (?)
                    UNION ALL SELECT incident, xmin FROM incident_wording WHERE incident = ANY (?)
                    UNION ALL SELECT incident, xmin FROM source WHERE incident = ANY (?)
                    UNION ALL SELECT c.incident, s.xmin FROM c JOIN subject s ON s.case_slug = c.slug
                    UNION ALL SELECT c.incident, v.xmin FROM c JOIN verification v ON v.case_slug = c.slug
                    UNION ALL SELECT c.incident, e.xmin FROM c JOIN entry e ON e.case_slug = c.slug
                    UNION ALL SELECT c.incident, f.xmin FROM c JOIN conflict f ON f.case_slug = c.slug) row
                GROUP BY incident
                """,
                row -> found.put(row.getString(1), row.getString(2)),
                Collections.nCopies(4, slugs.toArray(String[]::new)).toArray());
        return found;
    }

    private Map<String, List<Source>> sources(String[] incidents, Instant asOf) {
        return grouped(
                """
                SELECT incident, id, publisher, title, url, published, language, archived FROM source
                WHERE incident = ANY (?) AND recorded <= ? ORDER BY position
                """,
                row -> new Source(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getObject(6, LocalDate.class)),
                        row.getString(7),
                        Optional.ofNullable(row.getString(8)).map(Digest::parse)),
                incidents,
                time(asOf));
    }

    private Map<String, List<Case>> cases(String[] incidents, Instant asOf) {
        Map<String, List<Entry>> entries = entries(incidents, asOf);
        Map<String, List<Conflict>> conflicts = conflicts(incidents, asOf);
        return grouped(
                """
                SELECT c.incident, c.slug, c.platform, s.kind, s.name, s.url, s.based_in, s.topics, v.level
                FROM cases c
                JOIN LATERAL (SELECT * FROM subject WHERE case_slug = c.slug AND recorded <= ? ORDER BY id DESC LIMIT 1) s ON true
                JOIN LATERAL (SELECT * FROM verification WHERE case_slug = c.slug AND recorded <= ? ORDER BY id DESC LIMIT 1) v ON true
                WHERE c.incident = ANY (?) AND c.recorded <= ? ORDER BY c.position
                """,
                row -> new Case(
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        new Subject(
                                row.getString(4),
                                row.getString(5),
                                Optional.ofNullable(row.getString(6)),
                                Optional.ofNullable(row.getString(7)),
                                texts(row, 8)),
                        Optional.of(Verification.of(row.getString(9))),
                        entries.getOrDefault(row.getString(2), List.of()),
                        conflicts.getOrDefault(row.getString(2), List.of())),
                time(asOf),
                time(asOf),
                incidents,
                time(asOf));
    }

    private Map<String, List<Entry>> entries(String[] incidents, Instant asOf) {
        return grouped(
                """
                SELECT e.case_slug, e.type, e.id, e.happened, e.text, e.sources, e.own, e.disputed, e.recorded
                FROM cases c JOIN entry e ON e.case_slug = c.slug
                WHERE c.incident = ANY (?) AND e.recorded <= ? ORDER BY e.position
                """,
                row -> EntryFormat.own(
                        row.getString(2),
                        new Head(
                                row.getString(3),
                                EdtfDate.parse(row.getString(4)),
                                row.getString(5),
                                texts(row, 6),
                                EntryFormat.disputed(objects(row.getString(8))),
                                Optional.of(
                                        row.getObject(9, OffsetDateTime.class).toInstant())),
                        Fields.ofJson(tree(row.getString(7)))),
                incidents,
                time(asOf));
    }

    private Map<String, List<Conflict>> conflicts(String[] incidents, Instant asOf) {
        return grouped(
                """
                SELECT f.case_slug, f.about, f.sides FROM cases c JOIN conflict f ON f.case_slug = c.slug
                WHERE c.incident = ANY (?) AND f.recorded <= ? ORDER BY f.id
                """,
                row -> new Conflict(row.getString(2), EntryFormat.sides(objects(row.getString(3)))),
                incidents,
                time(asOf));
    }

    /** What the rows say, by what stands in their first column. */
    private <T> Map<String, List<T>> grouped(String sql, Database.RowReader<T> reader, Object... parameters) {
        Map<String, List<T>> found = new HashMap<>();
        database.list(
                sql,
                row -> found.computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                        .add(reader.read(row)),
                parameters);
        return found;
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

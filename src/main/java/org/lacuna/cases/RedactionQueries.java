package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Reads and writes what is redacted; erases through the one function of the database that may. */
@ApplicationScoped
class RedactionQueries {
    static final String HIDE = "hide";
    static final String SHOW = "show";
    static final String ERASE = "erase";

    private final Database database;

    RedactionQueries(Database database) {
        this.database = database;
    }

    /** The same for many incidents; those without any are left out. */
    Map<String, List<Redaction>> of(Set<String> incidents) {
        Map<String, List<Redaction>> found = new HashMap<>();
        database.list(
                        "SELECT DISTINCT incident FROM redaction WHERE incident = ANY (?)",
                        row -> row.getString(1),
                        (Object) incidents.toArray(String[]::new))
                .forEach(incident -> found.put(incident, of(incident)));
        return found;
    }

    /** What is hidden or gone in an incident: of each passage the latest row counts. */
    List<Redaction> of(String incident) {
        return database.list("""
            SELECT what, owner, target, reason, recorded, act = 'erase', until, leads_to FROM (
                SELECT DISTINCT ON (what, owner, target) * FROM redaction WHERE incident = ?
                ORDER BY what, owner, target, id DESC) latest
            WHERE act <> 'show' ORDER BY id
            """, RedactionQueries::redaction, incident);
    }

    Optional<Redaction> of(Passage passage) {
        return database.first("""
            SELECT what, owner, target, reason, recorded, act = 'erase', until, leads_to FROM (
                SELECT * FROM redaction WHERE what = ? AND owner = ? AND target = ? ORDER BY id DESC LIMIT 1) latest
            WHERE act <> 'show'
            """, RedactionQueries::redaction, passage.what().word(), passage.owner(), passage.id());
    }

    /** Everything that was hidden until a day before this one and still is. */
    List<Redaction> lapsed(LocalDate today) {
        return database.list("""
            SELECT what, owner, target, reason, recorded, act = 'erase', until, leads_to FROM redaction r
            WHERE until < ? AND NOT EXISTS (SELECT FROM redaction later WHERE later.what = r.what
                AND later.owner = r.owner AND later.target = r.target AND later.id > r.id)
            ORDER BY id
            """, RedactionQueries::redaction, today);
    }

    void insert(String incident, String act, Redaction redaction, String note, Optional<UUID> editor) {
        database.change(
                """
                INSERT INTO redaction (incident, what, owner, target, act, reason, note, until, leads_to, editor, recorded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                incident,
                redaction.passage().what().word(),
                redaction.passage().owner(),
                redaction.passage().id(),
                act,
                redaction.reason(),
                note,
                act.equals(HIDE) ? redaction.until() : Optional.empty(),
                act.equals(HIDE) ? redaction.leadsTo() : Optional.empty(),
                editor,
                redaction.recorded().atOffset(ZoneOffset.UTC));
    }

    /** Puts tombstones into the facts; the row that orders it must stand already. */
    void erase(Passage passage, Instant at) {
        database.list(
                "SELECT erase(?, ?, ?, '{}', '{}', ?)",
                row -> true,
                passage.what().word(),
                passage.owner(),
                passage.id(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** The same entry or source wherever it was copied to or from, this one included. */
    List<String[]> copies(String what, String owner, String id) {
        return database.list("""
            WITH RECURSIVE same (owner, id) AS (
                SELECT ?::text, ?::text
                UNION
                SELECT CASE WHEN c.from_owner = s.owner AND c.from_id = s.id THEN c.owner ELSE c.from_owner END,
                       CASE WHEN c.from_owner = s.owner AND c.from_id = s.id THEN c.id ELSE c.from_id END
                FROM copied c JOIN same s ON (c.owner, c.id) = (s.owner, s.id)
                    OR (c.from_owner, c.from_id) = (s.owner, s.id)
                WHERE c.what = ?)
            SELECT owner, id FROM same
            """, row -> new String[] {row.getString(1), row.getString(2)}, owner, id, what);
    }

    void copied(String what, String owner, String id, String fromOwner, String fromId) {
        database.change("""
            INSERT INTO copied (what, owner, id, from_owner, from_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """, what, owner, id, fromOwner, fromId);
    }

    /** Copies that this case or incident holds, in the order of their ids. */
    List<Copies.Copy> copiesIn(String what, String owner) {
        return database.list(
                "SELECT what, owner, id, from_owner, from_id FROM copied WHERE what = ? AND owner = ? ORDER BY id,"
                        + " from_id",
                row -> new Copies.Copy(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                what,
                owner);
    }

    /** Whether this is recorded: a permanent one, or this very hiding, even if it was shown again since. */
    boolean knows(Redaction redaction) {
        return database.first(
                        """
                        SELECT EXISTS (SELECT FROM redaction WHERE what = ? AND owner = ? AND target = ?
                            AND (act = 'erase' OR (act = 'hide' AND NOT ? AND recorded = ?)))
                        """,
                        row -> row.getBoolean(1),
                        redaction.passage().what().word(),
                        redaction.passage().owner(),
                        redaction.passage().id(),
                        redaction.permanent(),
                        redaction.recorded().atOffset(ZoneOffset.UTC))
                .orElseThrow();
    }

    /** Whether any fact still names this capture. */
    boolean cites(Digest capture) {
        return database.first("""
            SELECT EXISTS (SELECT FROM source WHERE archived = ?)
                OR EXISTS (SELECT FROM entry WHERE strpos(own::text, ?) > 0)
            """, row -> row.getBoolean(1), capture.toString(), capture.toString())
                .orElseThrow();
    }

    private static Redaction redaction(ResultSet row) throws SQLException {
        return new Redaction(
                new Passage(Passage.What.of(row.getString(1)), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6),
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                Optional.ofNullable(row.getString(8)));
    }
}

package org.lacuna.desk.work.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Finds cases for editors: every one that is recorded, public or not. */
@ApplicationScoped
class CaseListQueries {
    private static final String FOUND = """
            FROM cases c
            JOIN LATERAL (SELECT title FROM incident_wording WHERE incident = c.incident ORDER BY id DESC LIMIT 1) w ON true
            JOIN LATERAL (SELECT name, coalesce(url, '') AS url FROM subject WHERE case_slug = c.slug
                          ORDER BY id DESC LIMIT 1) s ON true
            JOIN LATERAL (SELECT level FROM verification WHERE case_slug = c.slug ORDER BY id DESC LIMIT 1) v ON true
            LEFT JOIN current_case p ON p.slug = c.slug
            LEFT JOIN case_redirect r ON r.from_slug = c.slug AND r.kind = 'merged'
            CROSS JOIN LATERAL (SELECT
                EXISTS (SELECT FROM objection o LEFT JOIN objection_answer a ON a.objection = o.id
                        WHERE o.case_slug = c.slug AND a.objection IS NULL) AS objection,
                EXISTS (SELECT FROM (SELECT DISTINCT ON (what, owner, target) act, reason FROM redaction
                            WHERE incident = c.incident AND owner IN (c.slug, c.incident)
                            ORDER BY what, owner, target, id DESC) last
                        WHERE act = 'hide' AND reason <> 'moved') AS hidden,
                EXISTS (SELECT FROM proposal q LEFT JOIN proposal_decision d ON d.proposal = q.id
                        WHERE q.about = c.slug AND d.proposal IS NULL AND q.expires > now()) AS proposal) f
            WHERE strpos(lower(c.slug || ' ' || w.title || ' ' || s.name || ' ' || s.url), ?) > 0
                AND (? = '' OR c.platform = ?) AND (? = '' OR coalesce(p.status, 'not-public') = ?)
                AND (? = '' OR v.level = ?)
                AND (? = '' OR ? = 'objection' AND f.objection OR ? = 'hidden' AND f.hidden
                    OR ? = 'proposal' AND f.proposal)
            """;

    private final Database database;

    CaseListQueries(Database database) {
        this.database = database;
    }

    /**
     * One case of the list.
     *
     * @param status empty if it is not public
     * @param merged slug of the case it was merged into
     */
    record Line(
            String slug,
            String name,
            Optional<String> platform,
            Optional<String> status,
            String verification,
            Optional<String> merged,
            boolean objection,
            boolean hidden,
            boolean proposal) {}

    /** What is asked for; the empty text asks for all. */
    record Filter(String words, String platform, String status, String verification, String waiting) {
        Object[] parameters() {
            return new Object[] {
                words.strip().toLowerCase(Locale.ROOT),
                platform,
                platform,
                status,
                status,
                verification,
                verification,
                waiting,
                waiting,
                waiting,
                waiting
            };
        }
    }

    /**
     * One page, the case that was opened last first.
     *
     * @param page from 1
     */
    List<Line> lines(Filter filter, int page, int size) {
        return database.list(
                """
                SELECT c.slug, s.name, c.platform, p.status, v.level, r.to_slug, f.objection, f.hidden, f.proposal
                """ + FOUND + "ORDER BY c.position DESC LIMIT " + size + " OFFSET " + (page - 1L) * size,
                row -> new Line(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getString(4)),
                        row.getString(5),
                        Optional.ofNullable(row.getString(6)),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        row.getBoolean(9)),
                filter.parameters());
    }

    long count(Filter filter) {
        return database.first("SELECT count(*) " + FOUND, row -> row.getLong(1), filter.parameters())
                .orElseThrow();
    }

    /** The name of an editor, for a page of the desk. */
    String editor(UUID id) {
        return database.first("SELECT name FROM editor WHERE id = ?", row -> row.getString(1), id)
                .orElse("an editor");
    }
}

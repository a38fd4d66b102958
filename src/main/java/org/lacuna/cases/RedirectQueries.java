package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Reads and writes where cases went. */
@ApplicationScoped
class RedirectQueries {
    private final Database database;

    RedirectQueries(Database database) {
        this.database = database;
    }

    /** Everything that was noted about a case, in its order. */
    List<Redirects.Redirect> of(String caseSlug) {
        return database.list(
                "SELECT from_slug, to_slug, kind, recorded FROM case_redirect WHERE from_slug = ? ORDER BY id",
                row -> new Redirects.Redirect(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                caseSlug);
    }

    /** Those of these cases of which anything was noted. */
    List<String> among(Set<String> caseSlugs) {
        return database.list(
                "SELECT DISTINCT from_slug FROM case_redirect WHERE from_slug = ANY (?)",
                row -> row.getString(1),
                (Object) caseSlugs.toArray(String[]::new));
    }

    void insert(Redirects.Redirect redirect, String reason, Optional<UUID> editor) {
        database.change(
                "INSERT INTO case_redirect (from_slug, to_slug, kind, reason, editor, recorded) VALUES (?, ?, ?, ?, ?,"
                        + " ?)",
                redirect.from(),
                redirect.to(),
                redirect.kind(),
                reason,
                editor,
                redirect.recorded().atOffset(ZoneOffset.UTC));
    }
}

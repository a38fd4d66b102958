package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Copies of files that the public may see. */
@ApplicationScoped
class PublicFileQueries {
    private final Database database;

    PublicFileQueries(Database database) {
        this.database = database;
    }

    void insert(Digest digest, String caseSlug, String title, PublicFiles.Content copy, UUID origin) {
        String sql = """
            INSERT INTO public_file (digest, case_slug, media, title, origin, bytes) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT public_file_pk DO NOTHING
            """;
        database.change(sql, digest.toString(), caseSlug, copy.media(), title, origin, copy.bytes());
    }

    /** The bytes, while a case that shows them stands. */
    Optional<PublicFiles.Content> find(Digest digest) {
        String sql = """
            SELECT f.media, f.bytes FROM public_file f JOIN current_case c ON c.slug = f.case_slug
            WHERE f.digest = ? LIMIT 1
            """;
        return database.first(
                sql, row -> new PublicFiles.Content(row.getString(1), row.getBytes(2)), digest.toString());
    }

    List<String> casesWith(UUID origin) {
        return database.list(
                "SELECT DISTINCT case_slug FROM public_file WHERE origin = ? ORDER BY case_slug",
                row -> row.getString(1),
                origin);
    }

    void delete(UUID origin) {
        database.change("DELETE FROM public_file WHERE origin = ?", origin);
    }

    /** What the documents of these cases name; those without files are left out. */
    Map<String, List<PublicCase.File>> of(Set<String> caseSlugs) {
        Map<String, List<PublicCase.File>> found = new HashMap<>();
        String sql = """
            SELECT digest, media, length(bytes), title, case_slug FROM public_file WHERE case_slug = ANY (?)
            ORDER BY position
            """;
        database.list(
                sql,
                row -> found.computeIfAbsent(row.getString(5), first -> new ArrayList<>())
                        .add(new PublicCase.File(row.getString(1), row.getString(2), row.getLong(3), row.getString(4))),
                (Object) caseSlugs.toArray(String[]::new));
        return found;
    }
}

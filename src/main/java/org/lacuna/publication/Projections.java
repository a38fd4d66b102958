package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import org.lacuna.shared.Database;

/** Writes what is projected from each version of a document: the columns of filters and sorts, and every {@link Projection}. */
@ApplicationScoped
class Projections {
    /** The first later change of the same document ends a version. */
    static final String ENDED = "coalesce((SELECT min(n.sequence) FROM change n"
            + " WHERE n.kind = ? AND n.slug = ? AND n.sequence > ?), 9223372036854775807)";

    private final Database database;
    private final CaseRows rows;
    private final Instance<Projection> all;

    Projections(Database database, CaseRows rows, Instance<Projection> all) {
        this.database = database;
        this.rows = rows;
        this.all = all;
    }

    /** @param about the words by which a case is found beside its own */
    void write(PublicDocument document, String about) {
        String kind = Bodies.kind(document);
        String table = table(kind);
        database.change("DELETE FROM " + table + " WHERE sequence = ?", document.sequence());
        database.change(
                "UPDATE " + table + " SET ended = ? WHERE slug = ? AND sequence < ? AND ended > ?",
                document.sequence(),
                document.slug(),
                document.sequence(),
                document.sequence());
        insert(document, about, ended(kind, document));
    }

    /** Ends what was the last version of these documents, by one statement for each kind. */
    void end(List<Version> by) {
        for (String kind : List.of(Bodies.CASE, Bodies.INCIDENT)) {
            List<PublicDocument> next = by.stream()
                    .filter(version -> !version.first())
                    .map(Version::document)
                    .filter(document -> Bodies.kind(document).equals(kind))
                    .toList();
            if (!next.isEmpty()) {
                database.change(
                        "UPDATE " + table(kind) + """
                         p SET ended = n.sequence::bigint FROM unnest(?, ?) n (slug, sequence)
                        WHERE p.slug = n.slug AND p.ended = 9223372036854775807
                        """,
                        next.stream().map(PublicDocument::slug).toArray(String[]::new),
                        next.stream()
                                .map(each -> Long.toString(each.sequence()))
                                .toArray(String[]::new));
            }
        }
    }

    /** The same for a version that was written this moment, so that nothing has to be asked; what it ends has ended. */
    void writeLast(PublicDocument document, String about) {
        insert(document, about, Long.MAX_VALUE);
    }

    private static String table(String kind) {
        return kind.equals(Bodies.CASE) ? "public_case" : "public_incident";
    }

    /** Does what can be done for a version before it is written. */
    void ahead(PublicDocument document, String about) {
        if (document instanceof PublicCase each) {
            all.forEach(projection -> projection.ahead(each, about));
        }
    }

    /** @param ended number of the change that replaced it; nothing is projected of it yet */
    void insert(PublicDocument document, String about, long ended) {
        if (document instanceof PublicCase each) {
            rows.write(each, ended);
            all.forEach(projection -> projection.write(each, about));
        } else if (document instanceof PublicIncident) {
            database.insert("public_incident", "sequence, ended, slug", document.sequence(), ended, document.slug());
        }
    }

    private long ended(String kind, PublicDocument document) {
        return database.first("SELECT " + ENDED, row -> row.getLong(1), kind, document.slug(), document.sequence())
                .orElseThrow();
    }
}

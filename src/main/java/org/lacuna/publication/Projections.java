package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.lacuna.shared.Database;

/** Writes what is projected from each version of a document: the columns of filters and sorts, and every {@link Projection}. */
@ApplicationScoped
class Projections {
    /** The first later change of the same document ends a version. */
    private static final String ENDED = "coalesce((SELECT min(n.sequence) FROM change n"
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
        String table = kind.equals(Bodies.CASE) ? "public_case" : "public_incident";
        database.change("DELETE FROM " + table + " WHERE sequence = ?", document.sequence());
        database.change(
                "UPDATE " + table + " SET ended = ? WHERE slug = ? AND sequence < ? AND ended > ?",
                document.sequence(),
                document.slug(),
                document.sequence(),
                document.sequence());
        insert(document, about, ended(kind, document));
    }

    /**
     * The same for a version that was written this moment, so that nothing has to be asked.
     *
     * @param first whether there was none before
     */
    void writeLast(PublicDocument document, boolean first, String about) {
        if (!first) {
            String table = Bodies.kind(document).equals(Bodies.CASE) ? "public_case" : "public_incident";
            database.change(
                    "UPDATE " + table + " SET ended = ? WHERE slug = ? AND ended = ?",
                    document.sequence(),
                    document.slug(),
                    Long.MAX_VALUE);
        }
        insert(document, about, Long.MAX_VALUE);
    }

    private void insert(PublicDocument document, String about, long ended) {
        if (document instanceof PublicCase each) {
            rows.write(each, ended);
            all.forEach(projection -> projection.write(each, about));
        } else if (document instanceof PublicIncident) {
            database.change(
                    "INSERT INTO public_incident (sequence, ended, slug) VALUES (?, ?, ?)",
                    document.sequence(),
                    ended,
                    document.slug());
        }
    }

    private long ended(String kind, PublicDocument document) {
        return database.first("SELECT " + ENDED, row -> row.getLong(1), kind, document.slug(), document.sequence())
                .orElseThrow();
    }
}

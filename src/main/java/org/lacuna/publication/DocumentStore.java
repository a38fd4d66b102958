package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Writes documents, changes and the projections that filters use; always within the transaction of the caller. */
@ApplicationScoped
class DocumentStore {
    private final Database database;
    private final Bodies bodies;

    DocumentStore(Database database, Bodies bodies) {
        this.database = database;
        this.bodies = bodies;
    }

    /** Numbers are given under this lock, which lasts until the commit; so their order is the order of commits. */
    void lock() {
        database.lock("publication");
    }

    long nextSequence() {
        return database.first("SELECT coalesce(max(sequence), 0) + 1 FROM change", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The last version that was written. */
    Optional<PublicDocument> last(String kind, String slug) {
        return database.first("""
                SELECT d.body FROM change c JOIN document d USING (sequence)
                WHERE c.kind = ? AND c.slug = ? ORDER BY c.sequence DESC LIMIT 1
                """, row -> bodies.read(kind, row.getBytes(1)), kind, slug);
    }

    /** @param action a word of the change feed */
    void write(PublicDocument document, String action) {
        byte[] body = bodies.write(document);
        database.change(
                "INSERT INTO change (sequence, action, kind, slug, digest, recorded) VALUES (?, ?, ?, ?, ?, ?)",
                document.sequence(),
                action,
                Bodies.kind(document),
                document.slug(),
                Digest.of(body).toString(),
                document.lastChanged().atOffset(ZoneOffset.UTC));
        database.change("INSERT INTO document (sequence, body) VALUES (?, ?)", document.sequence(), body);
    }

    /** Brings the projections up to what the document is now. */
    void project(PublicDocument document, String about) {
        if (document instanceof PublicCase each) {
            project(each, about);
        } else if (document instanceof PublicIncident incident) {
            project(incident);
        } else {
            database.change(
                    Bodies.kind(document).equals(Bodies.CASE)
                            ? "DELETE FROM public_case WHERE slug = ?"
                            : "DELETE FROM public_incident WHERE slug = ?",
                    document.slug());
        }
    }

    /** The words by which a case is found, where its document stays as it is and its incident is worded anew. */
    void find(PublicCase each, String about) {
        database.change(
                "UPDATE public_case SET words = ? WHERE slug = ? AND words <> ?",
                words(each, about),
                each.slug(),
                words(each, about));
    }

    private void project(PublicIncident incident) {
        database.change("""
                INSERT INTO public_incident (slug, sequence) VALUES (?, ?)
                ON CONFLICT (slug) DO UPDATE SET sequence = excluded.sequence
                """, incident.slug(), incident.sequence());
    }

    /** @param about the incident's title and summary, by which the case is found too */
    private void project(PublicCase each, String about) {
        database.change("DELETE FROM public_case WHERE slug = ?", each.slug());
        database.change(
                """
                INSERT INTO public_case (slug, sequence, incident, platform, subject_kind, status, verification,
                    based_in, scope, demanded_by, imposed, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::datemultirange, ?)
                """,
                each.slug(),
                each.sequence(),
                each.incident(),
                each.platform().id(),
                each.subject().kind(),
                each.status(),
                each.verification(),
                each.subject().basedIn(),
                distinct(each.restrictions().stream().flatMap(restriction -> restriction.scope().stream())),
                distinct(each.restrictions().stream()
                        .flatMap(restriction -> restriction.demandedBy().stream())
                        .flatMap(by -> Optional.ofNullable(by.get("government")).stream())),
                imposed(each.restrictions()),
                words(each, about));
        for (PublicCase.Restriction restriction : each.restrictions()) {
            database.change(
                    """
                    INSERT INTO public_restriction (case_slug, id, measure, state, imposed, earliest, latest)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    each.slug(),
                    restriction.id(),
                    restriction.measure(),
                    restriction.state(),
                    restriction.imposed().edtf().toString(),
                    restriction.imposed().earliest(),
                    restriction.imposed().latest());
        }
    }

    private static String imposed(List<PublicCase.Restriction> restrictions) {
        return restrictions.stream()
                .map(restriction -> "["
                        + restriction
                                .imposed()
                                .earliest()
                                .map(LocalDate::toString)
                                .orElse("")
                        + ","
                        + restriction
                                .imposed()
                                .latest()
                                .map(LocalDate::toString)
                                .orElse("")
                        + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String words(PublicCase each, String about) {
        return String.join(
                        " ",
                        each.title(),
                        each.slug(),
                        about,
                        each.timeline().stream().map(PublicCase.Line::text).collect(Collectors.joining(" ")))
                .toLowerCase(Locale.ROOT);
    }

    private static String[] distinct(Stream<String> words) {
        return words.distinct().toArray(String[]::new);
    }
}

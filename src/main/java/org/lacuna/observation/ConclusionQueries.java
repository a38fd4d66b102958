package org.lacuna.observation;

import static org.lacuna.observation.ObservationRows.column;
import static org.lacuna.observation.ObservationRows.instant;
import static org.lacuna.observation.ObservationRows.list;
import static org.lacuna.observation.ObservationRows.maybeInstant;
import static org.lacuna.observation.ObservationRows.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Reads and inserts what was concluded: from one vantage, and from all of them together. */
@ApplicationScoped
public class ConclusionQueries {
    private static final String[] CONCLUSIVE = Arrays.stream(Outcome.values())
            .filter(Outcome::conclusive)
            .map(Outcome::word)
            .toArray(String[]::new);

    private final Database database;

    ConclusionQueries(Database database) {
        this.database = database;
    }

    /** How these subjects stand from every vantage that ever concluded something about them. */
    public Map<SubjectId, List<Place>> places(Collection<SubjectId> subjects) {
        return grouped(database.list(
                """
                SELECT c.platform, c.subject, c.vantage, c.to_outcome, c.first_seen_now, c.last_seen_before, c.evidence,
                       shown.seen, shown.definition, shown.evidence, latest.outcome, latest.seen
                FROM unnest(?, ?) AS asked (platform, subject),
                LATERAL (
                    SELECT DISTINCT ON (vantage) * FROM confirmed_change
                    WHERE platform = asked.platform AND subject = asked.subject
                    ORDER BY vantage, id DESC) c,
                LATERAL (
                    SELECT seen, definition, evidence FROM observation
                    WHERE platform = c.platform AND subject = c.subject AND vantage = c.vantage
                      AND outcome = c.to_outcome AND control = 'alive'
                    ORDER BY seen DESC, id DESC LIMIT 1) shown,
                LATERAL (
                    SELECT outcome, seen FROM observation
                    WHERE platform = c.platform AND subject = c.subject AND vantage = c.vantage
                      AND outcome = ANY (?) AND control = 'alive'
                    ORDER BY seen DESC, id DESC LIMIT 1) latest
                """,
                row -> Map.entry(new SubjectId(row.getString(1), row.getString(2)), place(row)),
                column(subjects, SubjectId::platform),
                column(subjects, SubjectId::subject),
                CONCLUSIVE));
    }

    /** What was concluded last about a subject as seen from one vantage; empty if nothing ever was. */
    public Optional<Standing> standing(SubjectId subject, Vantage vantage) {
        return places(List.of(subject)).getOrDefault(subject, List.of()).stream()
                .filter(place -> place.vantage().equals(vantage))
                .map(Place::standing)
                .findFirst();
    }

    /** What all vantages together were last said to show of these subjects. */
    public Map<SubjectId, Told> told(Collection<SubjectId> subjects) {
        return database
                .list(
                        """
                        SELECT o.platform, o.subject, o.to_outcome, o.to_scope, o.last_seen_before, o.first_seen_now,
                               o.vantages, o.available_from, o.evidence
                        FROM unnest(?, ?) AS asked (platform, subject),
                        LATERAL (
                            SELECT * FROM confirmed_outcome
                            WHERE platform = asked.platform AND subject = asked.subject
                            ORDER BY id DESC LIMIT 1) o
                        """,
                        row -> Map.entry(new SubjectId(row.getString(1), row.getString(2)), told(row)),
                        column(subjects, SubjectId::platform),
                        column(subjects, SubjectId::subject))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(Conclusion concluded, Optional<String> caseSlug, Instant confirmed) {
        Observation first = concluded.first();
        database.change(
                """
                INSERT INTO confirmed_change (platform, subject, url, case_slug, from_outcome, to_outcome,
                                              last_seen_before, first_seen_now, confirmed, vantage, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                first.platform(),
                first.subject(),
                first.url().toString(),
                caseSlug,
                concluded.before().map(before -> before.outcome().word()),
                first.outcome().word(),
                concluded.before().map(before -> time(before.lastSeen())),
                time(first.seen()),
                time(confirmed),
                first.vantage().word(),
                column(concluded.evidence(), digest -> digest));
    }

    void insert(
            SubjectId subject, URI url, Optional<String> caseSlug, Optional<Told> from, Told to, Instant confirmed) {
        database.change(
                """
                INSERT INTO confirmed_outcome (platform, subject, url, case_slug, from_outcome, from_scope, to_outcome,
                                               to_scope, last_seen_before, first_seen_now, confirmed, vantages,
                                               available_from, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                subject.platform(),
                subject.subject(),
                url.toString(),
                caseSlug,
                from.map(before -> before.outcome().word()),
                column(from.map(Told::scope).orElse(List.of()), country -> country),
                to.outcome().word(),
                column(to.scope(), country -> country),
                to.lastSeenBefore().map(ObservationRows::time),
                time(to.firstSeenNow()),
                time(confirmed),
                column(to.vantages(), Vantage::word),
                column(to.availableFrom(), Vantage::word),
                column(to.evidence(), digest -> digest));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                Vantage.of(row.getString(3)),
                new Standing(
                        Outcome.of(row.getString(4)),
                        instant(row, 5),
                        maybeInstant(row, 6),
                        instant(row, 8),
                        Digest.parse(row.getString(9)),
                        Optional.ofNullable(row.getString(10)).map(Digest::parse),
                        list(row, 7, Digest::parse)),
                Outcome.of(row.getString(11)),
                instant(row, 12));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Outcome.of(row.getString(3)),
                list(row, 4, country -> country),
                maybeInstant(row, 5),
                instant(row, 6),
                list(row, 7, Vantage::of),
                list(row, 8, Vantage::of),
                list(row, 9, Digest::parse));
    }

    private static <K, V> Map<K, List<V>> grouped(List<Map.Entry<K, V>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

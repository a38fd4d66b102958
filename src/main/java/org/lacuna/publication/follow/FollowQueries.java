package org.lacuna.publication.follow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Condition;
import org.lacuna.publication.RecordChange;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** Finds the changes that concern a filter: the version that a change wrote fits it, or the one before did. */
@ApplicationScoped
class FollowQueries {
    /** Greater than every number that was given, and less than that at which what still stands ends. */
    static final long LATEST = Long.MAX_VALUE - 1;

    /** How many withdrawals of any case stand beside what fits a filter. */
    private static final int WITHDRAWN = 5;

    private final Database database;

    FollowQueries(Database database) {
        this.database = database;
    }

    /** Both versions of a change as they are stored, and what is shown in their place. */
    record Bodies(byte[] after, Optional<byte[]> before) {}

    /**
     * The newest changes of cases that concern a filter. What a withdrawn case was is not public any more, so whether it
     * fitted is not known: the last few withdrawals are told to everybody, for a month, and never in place of something
     * that fits. A filter that names cases hears of their own alone.
     *
     * @param upTo the number of the last change that counts
     * @param at the moment from which the month of withdrawals is counted back; empty for now
     */
    List<Mark> newest(CaseFilter filter, long upTo, Optional<OffsetDateTime> at, int limit) {
        Condition fits = filter.condition();
        Condition named = named(filter);
        return database.list(
                """
                WITH found AS (
                    SELECT sequence FROM (
                        (SELECT p.sequence FROM public_case p WHERE %1$s AND p.sequence <= ?
                            ORDER BY p.sequence DESC LIMIT ?)
                        UNION
                        (SELECT p.ended FROM public_case p WHERE %1$s AND p.ended <= ?
                            ORDER BY p.ended DESC LIMIT ?)
                        UNION
                        (SELECT c.sequence FROM change c WHERE c.action IN ('redacted', 'retracted', 'merged')
                            AND c.action = 'retracted' AND c.kind = 'case' AND c.sequence <= ?
                            AND c.recorded > coalesce(?::timestamptz, now()) - interval '30 days'
                            AND %2$s
                            ORDER BY c.sequence DESC LIMIT ?)
                    ) each ORDER BY sequence DESC LIMIT ?)
                SELECT c.sequence, c.action, c.slug, c.recorded,
                    greatest(c.recorded, v.since, d.replaced, bv.since, bd.replaced),
                    coalesce(v.digest, d.digest, c.digest), coalesce(bv.digest, bd.digest, b.digest)
                FROM found JOIN change c USING (sequence) JOIN document d USING (sequence)
                LEFT JOIN document_veil v USING (sequence)
                LEFT JOIN LATERAL (SELECT o.sequence, o.digest FROM change o
                    WHERE o.kind = 'case' AND o.slug = c.slug AND o.sequence < c.sequence
                    ORDER BY o.sequence DESC LIMIT 1) b ON true
                LEFT JOIN document bd ON bd.sequence = b.sequence
                LEFT JOIN document_veil bv ON bv.sequence = b.sequence
                ORDER BY c.sequence DESC
                """.formatted(fits.sql(), named.sql()),
                FollowQueries::mark,
                together(
                        fits.parametersAnd(upTo, limit),
                        fits.parametersAnd(upTo, limit, upTo, at),
                        named.parametersAnd(
                                filter.isAll() ? limit : WITHDRAWN, filter.isAll() ? limit : limit + WITHDRAWN)));
    }

    /** The documents of a change of a case, as they are handed out now. */
    Optional<Bodies> bodies(Mark mark) {
        return database.first(
                """
                SELECT coalesce(v.body, d.body), (
                    SELECT coalesce(bv.body, bd.body) FROM change o JOIN document bd USING (sequence)
                    LEFT JOIN document_veil bv USING (sequence)
                    WHERE o.kind = 'case' AND o.slug = ? AND o.sequence < ? ORDER BY o.sequence DESC LIMIT 1)
                FROM document d LEFT JOIN document_veil v USING (sequence) WHERE d.sequence = ?
                """,
                row -> new Bodies(row.getBytes(1), Optional.ofNullable(row.getBytes(2))),
                mark.slug(),
                mark.sequence(),
                mark.sequence());
    }

    /**
     * The changes that concern a filter, in their order. Whatever takes something out of the record is told to
     * everybody: what it was is not public any more, so whether it fitted is not known, unless the filter names cases.
     *
     * @param after the last number that the follower knows
     * @param upTo the last number that is looked at
     */
    List<RecordChange> following(CaseFilter filter, long after, long upTo, int limit) {
        Condition fits = filter.condition();
        Condition named = named(filter);
        Condition incidents = filter.isAll()
                ? Condition.of("TRUE")
                : filter.asked("incident")
                        .map(slug -> Condition.of("c.slug = ?", slug))
                        .orElse(Condition.of("FALSE"));
        return database.list(
                """
                SELECT c.sequence, c.action, c.kind, c.slug, c.digest, c.recorded
                FROM change c WHERE c.sequence > ? AND c.sequence <= ? AND c.kind <> 'edition' AND (
                    c.action IN ('redacted', 'retracted', 'merged') AND %3$s
                    OR c.kind = 'incident' AND %2$s
                    OR c.kind = 'case' AND EXISTS (
                        SELECT FROM public_case p WHERE p.sequence = c.sequence AND %1$s)
                    OR c.kind = 'case' AND EXISTS (
                        SELECT FROM public_case p WHERE p.slug = c.slug AND p.ended = c.sequence AND %1$s))
                ORDER BY c.sequence LIMIT ?
                """.formatted(fits.sql(), incidents.sql(), named.sql()),
                FollowQueries::change,
                together(
                        new Object[] {after, upTo},
                        named.parametersAnd(),
                        incidents.parametersAnd(),
                        fits.parametersAnd(),
                        fits.parametersAnd(limit)));
    }

    /** Whether a change is of a case that the filter names; it may be of any where it names none. */
    private static Condition named(CaseFilter filter) {
        return filter.asked("case")
                .map(slugs -> Condition.of("(c.kind = 'case' AND c.slug = ANY (?))", (Object) slugs.split(",")))
                .orElse(Condition.of("TRUE"));
    }

    /** One change, whatever it is. */
    Optional<RecordChange> change(long sequence) {
        return database.first(
                "SELECT sequence, action, kind, slug, digest, recorded FROM change WHERE sequence = ?",
                FollowQueries::change,
                sequence);
    }

    private static Object[] together(Object[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                moment(row, 4),
                moment(row, 5),
                Digest.of(row.getString(6) + row.getString(7)));
    }

    private static RecordChange change(ResultSet row) throws SQLException {
        return new RecordChange(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Digest.parse(row.getString(5)),
                moment(row, 6),
                Optional.empty());
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

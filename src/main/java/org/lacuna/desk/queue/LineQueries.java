package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lacuna.shared.Database;

/** Reads the queue: lines in the order of their scores, and what stands in them. */
@ApplicationScoped
class LineQueries {
    /** Lines on a page. */
    static final int SIZE = 25;

    /** Of so many different texts in one line the most unlike are looked for. */
    static final int MOST_TEXTS = 3_000;

    private static final String SUBJECTS_SEEN =
            "SELECT subject_mark FROM queue_item WHERE kind = 'change' AND subject_mark IS NOT NULL";

    private final Database database;
    private final Clock clock;

    LineQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Part of the queue.
     *
     * @param total how many lines there are
     */
    record Found(List<Line> lines, long total) {}

    /** @param page from 1 */
    Found page(Filter filter, UUID me, Map<Rule, Rule.Weight> weights, int page) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(today());
        parameters.add(today());
        parameters.add(filter.kind().map(Kind::word));
        parameters.add(filter.platform());
        parameters.add(me);
        parameters.add(today());
        for (Rule rule : Rule.all()) {
            parameters.add(weights.get(rule).most());
            parameters.add(weights.get(rule).most());
            parameters.add(weights.get(rule).weight());
        }
        parameters.add(SIZE);
        parameters.add((long) (page - 1) * SIZE);
        long[] total = {0};
        List<Line> lines = database.list(sql(filter), row -> line(row, total), parameters.toArray());
        return new Found(lines, total[0]);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String sql(Filter filter) {
        String state =
                switch (filter.state()) {
                    case OPEN -> "q.open AND (q.snoozed_until IS NULL OR q.snoozed_until <= ?)";
                    case SNOOZED -> "q.open AND q.snoozed_until > ?";
                    case DECIDED -> "NOT q.open AND ?::date IS NOT NULL";
                };
        String whose =
                switch (filter.whose()) {
                    case ANYBODY -> "?::uuid IS NOT NULL";
                    case MINE -> "bool_or(q.assigned_to = ?)";
                    case NOBODY -> "bool_or(q.assigned_to IS NULL) AND ?::uuid IS NOT NULL";
                };
        String score = Rule.all().stream()
                .map(rule -> "greatest(-?::float8, least(?::float8, ?::float8 * "
                        + rule.word().replace('-', '_') + "))")
                .collect(Collectors.joining(" + "));
        return """
                WITH %1$s AS (
                    SELECT q.line AS id, count(*) AS items, count(*) FILTER (WHERE q.kind = 'submission') AS submissions,
                        count(DISTINCT q.copies) AS texts, count(DISTINCT q.subject_mark) AS subjects,
                        min(q.opened) AS oldest, (array_agg(q.assigned_to) FILTER (WHERE q.assigned_to IS NOT NULL))[1] AS editor,
                        (?::date - min(q.opened))::float8 AS waits,
                        coalesce(bool_or(q.kind = 'change' OR q.subject_mark IN (%2$s)), false)::int::float8 AS confirmed,
                        bool_or(q.wrote_again)::int::float8 AS wrote_again,
                        bool_or(q.kind = 'reminder' AND q.due IS NULL)::int::float8 AS unchecked,
                        coalesce(bool_or(q.due <= ?::date + 7), false)::int::float8 AS deadline,
                        bool_or(q.kind = 'lead')::int::float8 AS lead,
                        bool_or(q.kind = coalesce(?, q.kind)) AS has_kind,
                        coalesce(bool_or(q.platform = coalesce(?, q.platform)), false) AS has_platform,
                        %3$s AS has_editor
                    FROM queue_item q WHERE %4$s GROUP BY q.line),
                measured AS (SELECT lines.*, ln(texts::float8) / ln(2::float8) AS several,
                        ln(items::float8 / texts) / ln(2::float8) AS copies FROM lines)
                SELECT id, items, submissions, texts, subjects, oldest, (SELECT name FROM editor WHERE editor.id = measured.editor),
                    waits, confirmed, wrote_again, several, copies, unchecked, deadline, lead, %5$s AS score, count(*) OVER ()
                FROM measured WHERE has_kind AND has_editor AND (%6$s has_platform)
                ORDER BY score DESC, oldest, id LIMIT ? OFFSET ?
                """.formatted(
                "lines", SUBJECTS_SEEN, whose, state, score, filter.platform().isPresent() ? "" : "true OR");
    }

    private static Line line(ResultSet row, long[] total) throws SQLException {
        Map<Rule, Double> measured = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.all()) {
            measured.put(rule, row.getDouble(8 + rule.ordinal()));
        }
        total[0] = row.getLong(17);
        return new Line(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getObject(6, LocalDate.class),
                Optional.ofNullable(row.getString(7)),
                measured,
                row.getDouble(16));
    }

    /** What stands in these lines: of copies the oldest, and those about a subject that is known from elsewhere. */
    List<Item> items(Collection<UUID> lines, Filter.State state) {
        return items(lines, state, true);
    }

    /** All that stands in one line. */
    List<Item> all(UUID line, Filter.State state) {
        return items(List.of(line), state, false);
    }

    private List<Item> items(Collection<UUID> lines, Filter.State state, boolean oneOfCopies) {
        String which =
                switch (state) {
                    case OPEN -> "q.open AND (q.snoozed_until IS NULL OR q.snoozed_until <= ?)";
                    case SNOOZED -> "q.open AND q.snoozed_until > ?";
                    case DECIDED -> "NOT q.open AND ?::date IS NOT NULL";
                };
        String sql = """
                WITH here AS (
                    SELECT q.*, coalesce(q.kind = 'submission' AND q.subject_mark IN (
                        SELECT subject_mark FROM queue_item WHERE kind <> 'submission' AND subject_mark IS NOT NULL), false) AS known
                    FROM queue_item q
                    WHERE q.line = ANY (SELECT id::uuid FROM unnest(?) AS asked (id)) AND %s),
                told AS (
                    SELECT here.*, count(*) OVER (PARTITION BY copies) AS same, row_number() OVER (
                        PARTITION BY line, copies, CASE WHEN known THEN subject_mark END
                        ORDER BY wrote_again DESC, opened, id) AS nth
                    FROM here),
                few AS (
                    SELECT told.*, row_number() OVER (
                        PARTITION BY line ORDER BY kind = 'submission', wrote_again DESC, known DESC, opened, id) AS place
                    FROM told WHERE nth = 1 OR wrote_again OR NOT ?::boolean)
                SELECT id, kind, ref, line, copies, same, known, title, url, case_slug, platform, opened, due,
                    snoozed_until, wrote_again, (SELECT name FROM editor WHERE editor.id = few.assigned_to)
                FROM few WHERE place <= ? ORDER BY line, place
                """.formatted(which);
        return database.list(
                sql,
                LineQueries::item,
                lines.stream().map(UUID::toString).toArray(String[]::new),
                today(),
                oneOfCopies,
                MOST_TEXTS);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject(1, UUID.class),
                Kind.of(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getLong(6),
                row.getBoolean(7),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                row.getObject(12, LocalDate.class),
                Optional.ofNullable(row.getObject(13, LocalDate.class)),
                Optional.ofNullable(row.getObject(14, LocalDate.class)),
                row.getBoolean(15),
                Optional.ofNullable(row.getString(16)));
    }
}

package org.lacuna.publication.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.lacuna.publication.Condition;
import org.lacuna.publication.Selection;
import org.lacuna.shared.Database;
import org.lacuna.statistics.CrossCount.Combination;

/** Lines of public timelines, counted where they are kept for lists. */
@ApplicationScoped
class OfTimelines {
    private static final String LINES = "public_entry e JOIN public_case p USING (sequence) ";
    private static final String NOT_RETRACTED = "p.verification <> 'retracted'";
    private static final String YEAR = """
            CASE WHEN lower_inf(e.span) OR upper_inf(e.span) THEN 'uncertain'
                WHEN date_part('year', lower(e.span)) = date_part('year', upper(e.span) - 1)
                THEN date_part('year', lower(e.span))::text ELSE 'uncertain' END""";

    private static final Map<String, String> STATEMENT = Map.of(
            "platform", "p.platform", "verification", "p.verification", "explanation", "e.explanation", "year", YEAR);
    private static final Map<String, String> CHANGE = Map.of(
            "platform", "t.platform", "verification", "t.verification", "before", "t.before", "after", "t.after");
    private static final Map<String, String> AT_ONCE = Map.of(
            "platform",
            "t.platform",
            "verification",
            "t.verification",
            "explanation",
            "t.explanation",
            "other",
            "t.other");
    private static final Map<String, String> LINE = Map.of("type", "e.type", "platform", "p.platform", "year", YEAR);
    private static final Map<String, String> TOLD =
            Map.of("platform", "p.platform", "basedIn", "p.based_in", "year", YEAR);

    /** Of one explanation nothing changes, so most cases are left out before their lines are compared. */
    private static final String SAID = """
            WITH said AS (SELECT p.platform, p.verification, e.sequence, e.position, e.span, e.explanation
                FROM %s WHERE %s AND cardinality(p.explanations) > 1)
            """;

    /**
     * The last statements before one are those that end before it begins, without another that lies between for certain.
     * There are several where nobody knows their order; what one of them says already is no news.
     */
    private static final String TURNS = """
            (%s, preceded AS (SELECT n.sequence, n.position, n.platform, n.verification, n.span, n.explanation,
                    coalesce(max(lower(b.span)), '-infinity') AS since
                FROM said n JOIN said b ON b.sequence = n.sequence AND b.span << n.span GROUP BY 1, 2, 3, 4, 5, 6),
            pairs AS (SELECT n.*, b.explanation AS said_before,
                    bool_or(b.explanation = n.explanation) OVER (PARTITION BY n.sequence, n.position) AS repeated
                FROM preceded n JOIN said b
                    ON b.sequence = n.sequence AND b.span << n.span AND upper(b.span) > n.since)
            SELECT DISTINCT platform, verification, sequence, span, said_before AS before, explanation AS after
            FROM pairs WHERE NOT repeated) t""";

    /** Explanations that differ and whose dates do not say which of them came first. */
    private static final String TOGETHER = """
            (%s SELECT DISTINCT a.platform, a.verification, a.sequence, a.span * b.span AS span, a.explanation,
                b.explanation AS other
            FROM said a JOIN said b
                ON b.sequence = a.sequence AND b.span && a.span AND a.explanation < b.explanation COLLATE "C") t""";

    private final Database database;

    OfTimelines(Database database) {
        this.database = database;
    }

    List<CountedSet> sets() {
        return List.of(
                set(
                        "explanations",
                        STATEMENT,
                        false,
                        "What platforms said: their statements in public timelines, each with what it claims.",
                        this::explanations),
                set(
                        "changed-explanations",
                        CHANGE,
                        false,
                        "Where a platform's statement in a case claims something else than its last one, which is from a day that is certainly earlier.",
                        this::changed),
                set(
                        "explanations-without-order",
                        AT_ONCE,
                        false,
                        "Two statements of a platform in a case that claim different things and can be of the same day: which came first is not known, so neither is a change.",
                        this::together),
                set(
                        "lines",
                        LINE,
                        false,
                        "Lines of public timelines by their type; what persons told us is counted in testimonies alone.",
                        this::lines),
                set(
                        "testimonies",
                        TOLD,
                        true,
                        "What persons told us, as lines of public timelines.",
                        this::testimonies));
    }

    private static CountedSet set(
            String name, Map<String, String> columns, boolean persons, String about, CountedSet.Counting counting) {
        return new CountedSet(
                new DataSet(
                        name,
                        DataSet.Kind.COUNTS,
                        columns.keySet().stream().sorted().toList(),
                        OfTheRecord.OF_CASES,
                        persons,
                        about),
                counting);
    }

    private List<Combination> explanations(Question question, Selection selection, Moment moment) {
        return grouped(question, STATEMENT, LINES, where(selection, "e.type = 'statement' AND e.said_by = 'platform'"));
    }

    private List<Combination> changed(Question question, Selection selection, Moment moment) {
        return compared(question, CHANGE, TURNS, selection);
    }

    private List<Combination> together(Question question, Selection selection, Moment moment) {
        return compared(question, AT_ONCE, TOGETHER, selection);
    }

    private List<Combination> compared(
            Question question, Map<String, String> columns, String pairs, Selection selection) {
        Condition where =
                where(selection, "e.type = 'statement' AND e.said_by = 'platform' AND e.explanation IS NOT NULL");
        String from = pairs.formatted(SAID.formatted(LINES, where.sql()));
        return grouped(question, columns, from, new Condition("true", where.parameters()));
    }

    private List<Combination> lines(Question question, Selection selection, Moment moment) {
        return grouped(question, LINE, LINES, where(selection, "e.type NOT IN ('testimony', 'pressure')"));
    }

    private List<Combination> testimonies(Question question, Selection selection, Moment moment) {
        return grouped(question, TOLD, LINES, where(selection, "e.type = 'testimony'"));
    }

    private static Condition where(Selection selection, String lines) {
        return selection.where().and(Condition.of(NOT_RETRACTED)).and(Condition.of(lines));
    }

    private List<Combination> grouped(Question question, Map<String, String> columns, String from, Condition where) {
        Grouping grouping = Grouping.of(question.by(), columns);
        return database.list(
                grouping.select() + " FROM " + from + " WHERE " + where.sql() + grouping.groupBy(),
                grouping::read,
                where.parameters().toArray());
    }
}

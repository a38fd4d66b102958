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
    private static final Map<String, String> LINE = Map.of("type", "e.type", "platform", "p.platform", "year", YEAR);
    private static final Map<String, String> TOLD =
            Map.of("platform", "p.platform", "basedIn", "p.based_in", "year", YEAR);

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
                        "Where a platform's next statement in a case claims something else than its last one.",
                        this::changed),
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
        Condition where =
                where(selection, "e.type = 'statement' AND e.said_by = 'platform' AND e.explanation IS NOT NULL");
        String turns = """
                (SELECT p.platform, p.verification, e.explanation AS after,
                    lag(e.explanation) OVER (PARTITION BY e.sequence ORDER BY e.position) AS before
                FROM %s WHERE %s) t""".formatted(LINES, where.sql());
        return grouped(question, CHANGE, turns, new Condition("t.before <> t.after", where.parameters()));
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

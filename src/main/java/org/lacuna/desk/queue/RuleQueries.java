package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lacuna.shared.Database;

/** How much each rule counts, and who said so when. */
@ApplicationScoped
class RuleQueries {
    private final Database database;
    private final Clock clock;

    RuleQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every rule with the weight that holds now. */
    Map<Rule, Rule.Weight> weights() {
        Map<Rule, Rule.Weight> weights = new EnumMap<>(Rule.class);
        Rule.all().forEach(rule -> weights.put(rule, rule.shipped()));
        database.list(
                        "SELECT DISTINCT ON (rule) rule, weight, most FROM queue_rule ORDER BY rule, id DESC",
                        row -> Map.entry(row.getString(1), new Rule.Weight(row.getDouble(2), row.getDouble(3))))
                .forEach(said -> Rule.of(said.getKey()).ifPresent(rule -> weights.put(rule, said.getValue())));
        return weights;
    }

    void set(Rule rule, Rule.Weight weight, UUID editor, String reason) {
        String sql = """
                INSERT INTO queue_rule (rule, weight, most, editor, reason, at) VALUES (?, ?, ?, ?, ?, ?)
                """;
        database.change(
                sql,
                rule.word(),
                weight.weight(),
                weight.most(),
                editor,
                reason,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** One change of a rule. */
    record Change(String rule, String weight, String most, String editor, String reason, LocalDate day) {}

    /** The latest changes, newest first. */
    List<Change> history() {
        String sql = """
                SELECT r.rule, r.weight, r.most, e.name, r.reason, (r.at AT TIME ZONE 'UTC')::date
                FROM queue_rule r JOIN editor e ON e.id = r.editor ORDER BY r.id DESC LIMIT 50
                """;
        return database.list(
                sql,
                row -> new Change(
                        Rule.of(row.getString(1)).map(Rule::sentence).orElse(row.getString(1)),
                        number(row.getString(2)),
                        number(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class)));
    }

    private static String number(String decimal) {
        return decimal.contains(".") ? decimal.replaceFirst("\\.?0+$", "") : decimal;
    }
}

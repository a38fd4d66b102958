package org.lacuna.publication.counts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Shape;
import org.lacuna.shared.Word;

/** What cases and restrictions can be counted by. Where a unit can have several values of one it is counted with each. */
public enum Dimension implements Word {
    PLATFORM("platform", one("p.platform"), one("p.platform"), "The platform's id"),
    SUBJECT_KIND("subjectKind", one("p.subject_kind"), one("p.subject_kind"), "What is hit"),
    MEASURE("measure", many("p.measures"), one("r.measure"), "What the platform did"),
    STATUS("status", one("p.status"), one("p.status"), "The case's folded status"),
    STATE("state", many("c.states"), one("r.state"), "The state of the restriction"),
    VERIFICATION("verification", one("p.verification"), one("p.verification"), "How well the case is checked"),
    SCOPE("scope", many("p.scope"), many("r.scope"), "Where it is restricted"),
    BASED_IN("basedIn", one("p.based_in"), one("p.based_in"), "Where the subject is based"),
    DEMANDED_BY(
            "demandedBy",
            many("c.demanded_by"),
            one("r.demanded_by"),
            "The country of the government that demanded it, or the kind of whoever did"),
    EXPLANATION("explanation", many("p.explanations"), many("p.explanations"), "What statements about the case claim"),
    TOPIC("topic", many("p.topics"), many("p.topics"), "What the case is about"),
    HAS_REVERSAL(
            "hasReversal",
            one("p.reversed::text"),
            one("(cardinality(r.how) > 0)::text"),
            "Whether anything was lifted, in part or in full"),
    HOW("how", many("c.how"), many("r.how"), "How it was lifted"),
    YEAR("year", many("c.years"), one("r.year"), "The year in which it was imposed"),
    MONTH("month", many("c.months"), one("r.month"), "The month in which it was imposed"),
    LIFTED_YEAR(
            "liftedYear",
            many(Lifted.ofCase(CountRows.YEAR)),
            one(Lifted.ofRestriction(CountRows.YEAR)),
            "The year in which it was lifted in full, whenever it was imposed"),
    LIFTED_MONTH(
            "liftedMonth",
            many(Lifted.ofCase(CountRows.MONTH)),
            one(Lifted.ofRestriction(CountRows.MONTH)),
            "The month in which it was lifted in full, whenever it was imposed");

    private final String word;
    private final Column ofCases;
    private final Column ofRestrictions;
    private final String description;

    Dimension(String word, Column ofCases, Column ofRestrictions, String description) {
        this.word = word;
        this.ofCases = ofCases;
        this.ofRestrictions = ofRestrictions;
        this.description = description;
    }

    /** Where it stands, and whether as a list of which a unit can have several. */
    record Column(String sql, boolean many) {}

    private static Column one(String sql) {
        return new Column(sql, false);
    }

    private static Column many(String sql) {
        return new Column(sql, true);
    }

    Column column(Unit unit) {
        return unit == Unit.CASES ? ofCases : ofRestrictions;
    }

    /** Whether one of these can have several values. */
    public boolean overlaps(Unit unit) {
        return column(unit).many();
    }

    /** What it says. */
    public String description() {
        return description;
    }

    @Override
    public String word() {
        return word;
    }

    private static final int MOST = 2;

    /** The query parameter: one or two of them, in the order in which they are nested. */
    public static final Parameter PARAMETER = new Parameter(
            "by",
            "What is counted by; of two the second is counted within the first",
            "platform,status",
            "one word, or two different ones with a comma between, out of " + words(),
            Shape.someOf(words(), MOST),
            text -> {
                List<String> asked =
                        Stream.of(text.split(",", -1)).map(String::strip).toList();
                if (asked.size() > MOST || Set.copyOf(asked).size() < asked.size() || !words().containsAll(asked)) {
                    throw new IllegalArgumentException(text);
                }
                return String.join(",", asked);
            });

    /** What a value of the parameter names. */
    public static List<Dimension> read(String value) {
        return Stream.of(value.split(","))
                .map(word -> Word.of(Dimension.class, word).orElseThrow())
                .toList();
    }

    private static List<String> words() {
        return Stream.of(values()).map(Dimension::word).toList();
    }
}

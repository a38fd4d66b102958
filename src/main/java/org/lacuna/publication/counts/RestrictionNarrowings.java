package org.lacuna.publication.counts;

import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Condition;

/**
 * What a filter of cases asks of the single restriction, where restrictions are counted: not every restriction of a case
 * that fits has the measure, the day or the country that was asked for.
 */
final class RestrictionNarrowings {
    private RestrictionNarrowings() {}

    /** What must hold of a row of {@code counted_restriction r}. */
    static Stream<Condition> of(CaseFilter filter) {
        boolean exact = filter.asked("exact").filter("true"::equals).isPresent();
        return Stream.of(
                        filter.asked("measure").map(words -> Condition.of("r.measure = ANY (?)", list(words))),
                        filter.asked("scope").map(words -> Condition.of("r.scope && ?", list(words))),
                        filter.asked("demandedBy").map(words -> Condition.of("r.demanded && ?", list(words))),
                        filter.asked("hasReversal").map(is -> Condition.of("(cardinality(r.how) > 0)::text = ?", is)),
                        range(
                                filter,
                                "from",
                                "to",
                                "daterange(r.earliest, r.latest, '[]')",
                                "daterange(?::date, ?::date, '[]')",
                                exact),
                        range(
                                filter,
                                "minLatency",
                                "maxLatency",
                                "int4range(r.least, r.most, '[]')",
                                "int4range(?::integer, ?::integer, '[]')",
                                exact))
                .flatMap(Optional::stream);
    }

    private static Optional<Condition> range(
            CaseFilter filter, String from, String to, String range, String bounds, boolean exact) {
        return filter.asked(from).isEmpty() && filter.asked(to).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Condition.of(range + (exact ? " <@ " : " && ") + bounds, filter.asked(from), filter.asked(to)));
    }

    private static Object list(String words) {
        return words.split(",");
    }
}

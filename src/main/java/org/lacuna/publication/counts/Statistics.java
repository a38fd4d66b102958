package org.lacuna.publication.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.LastCounted;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Selection;
import org.lacuna.publication.WrongParameter;
import org.lacuna.statistics.CrossCount;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Share;
import org.lacuna.statistics.Survival;

/**
 * Statistics of what is public. Levels of verification are always told apart: verification is a dimension of every table,
 * whether it was asked for or not.
 */
@ApplicationScoped
public class Statistics {
    /** So many curves are drawn at most for one question. */
    public static final int MOST_GROUPS = 100;

    /** Nobody waits for a report, and each platform has curves of its own. */
    private static final int MOST_GROUPS_OF_A_REPORT = 2000;

    /** The only level of which latencies are told, unless others are asked for. */
    public static final String CHECKED = "verified";

    private static final String VERIFICATION = "verification";

    private final CountQueries queries;
    private final PublicRecord record;
    private final RecentAnswers recent;
    private final LastCounted counts;

    Statistics(CountQueries queries, PublicRecord record, RecentAnswers recent, LastCounted counts) {
        this.queries = queries;
        this.record = record;
        this.recent = recent;
        this.counts = counts;
    }

    /**
     * How many there are.
     *
     * @param by none, one or more dimensions
     * @param asOf the day (UTC) at whose end the record is read; now, if it is empty
     */
    public Counted count(Unit unit, List<Dimension> by, CaseFilter filter, Optional<LocalDate> asOf) {
        List<Dimension> all = withVerification(by);
        return answer(List.of(unit, all), filter, asOf, Counted.class, selection -> count(unit, all, selection));
    }

    private Counted count(Unit unit, List<Dimension> all, Selection selection) {
        CrossCount counted = new CrossCount(queries.count(unit, all, selection));
        return new Counted(
                unit,
                all,
                selection.filter(),
                selection.at(),
                counted.total(),
                counted.cells().stream()
                        .map(cell -> new Counted.Cell(
                                cell.values(), cell.count(), cell.of(), Share.of(cell.count(), cell.of())))
                        .toList());
    }

    /** Of a day, kept for a minute; of now, as it was counted last. */
    private <T> T answer(
            List<?> question,
            CaseFilter filter,
            Optional<LocalDate> asOf,
            Class<T> type,
            Function<Selection, T> counting) {
        long last = record.at(Optional.empty());
        LongFunction<T> once = at -> {
            Selection selection = new Selection(filter, at);
            return recent.answer(List.of(question, selection, last), type, () -> counting.apply(selection));
        };
        return asOf.isPresent() ? once.apply(record.at(asOf)) : counts.now(List.of(question, filter), last, type, once);
    }

    /**
     * How long restrictions lasted until they were lifted in full. What is not {@value #CHECKED} is left out, unless the
     * filter asks for levels of verification; each of these has curves of its own.
     *
     * @param by none, one or more dimensions
     * @param asOf the day (UTC) at whose end the record is read; now, if it is empty
     * @throws WrongParameter if these make more than {@value #MOST_GROUPS} groups
     */
    public Latencies latencies(List<Dimension> by, CaseFilter filter, Optional<LocalDate> asOf) {
        List<Dimension> all = withVerification(by);
        return answer(all, filter, asOf, Latencies.class, selection -> estimate(all, selection, MOST_GROUPS));
    }

    /** How many there are of each combination of values, counted at once and kept by nobody. */
    public List<CrossCount.Combination> combinations(Unit unit, List<Dimension> by, Selection selection) {
        return queries.count(unit, by, selection);
    }

    /** As {@link #latencies(List, CaseFilter, Optional)}, read at a number, counted at once and kept by nobody. */
    public Latencies latencies(List<Dimension> by, Selection selection) {
        return estimate(withVerification(by), selection, MOST_GROUPS_OF_A_REPORT);
    }

    private Latencies estimate(List<Dimension> all, Selection selection, int most) {
        boolean asked = selection.filter().asked(VERIFICATION).isPresent();
        Selection told =
                asked ? selection : new Selection(selection.filter().with(VERIFICATION, CHECKED), selection.at());
        Map<List<Optional<String>>, Map<Lasted, Long>> samples = new TreeMap<>(CrossCount::compare);
        for (CountQueries.Durations each : queries.durations(all, told)) {
            CrossCount.tuples(each.values())
                    .forEach(values -> samples.computeIfAbsent(values, any -> new TreeMap<>(Sample.ORDER))
                            .merge(each.lasted().lasted(), each.count(), Long::sum));
        }
        if (samples.size() > most) {
            throw new WrongParameter(
                    "by",
                    "at most " + most + " groups; a filter or another dimension makes fewer",
                    samples.size() + " groups",
                    Dimension.PLATFORM.word());
        }
        List<Latencies.Group> groups = samples.entrySet().parallelStream()
                .map(entry -> group(entry.getKey(), new Sample(entry.getValue())))
                .toList();
        return new Latencies(all, selection.filter(), selection.at(), asked ? Map.of() : leftOut(selection), groups);
    }

    private static Latencies.Group group(List<Optional<String>> values, Sample sample) {
        return new Latencies.Group(values, sample, Survival.of(sample));
    }

    private Map<String, Long> leftOut(Selection selection) {
        Map<String, Long> others = new TreeMap<>();
        queries.count(Unit.RESTRICTIONS, List.of(Dimension.VERIFICATION), selection)
                .forEach(each -> others.put(each.values().get(0).get(0), each.count()));
        others.remove(CHECKED);
        return others;
    }

    private static List<Dimension> withVerification(List<Dimension> by) {
        List<Dimension> all = new ArrayList<>(by);
        if (!all.contains(Dimension.VERIFICATION)) {
            all.add(0, Dimension.VERIFICATION);
        }
        return List.copyOf(all);
    }
}

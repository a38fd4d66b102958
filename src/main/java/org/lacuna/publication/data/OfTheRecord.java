package org.lacuna.publication.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Selection;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.publication.counts.Statistics;
import org.lacuna.publication.counts.Unit;
import org.lacuna.shared.Word;
import org.lacuna.statistics.CrossCount.Combination;

/** Cases and restrictions, counted as {@code publication.counts} counts them for everybody who asks. */
@ApplicationScoped
class OfTheRecord {
    static final Set<String> OF_CASES =
            CaseFilter.parameters().stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());

    private static final List<String> COLUMNS =
            Stream.of(Dimension.values()).map(Dimension::word).toList();
    private static final String WITHHELD = "DECISION_VISIBILITY_CONTENT_DISABLED";
    private static final String WORLDWIDE = "worldwide";

    private final Statistics statistics;

    OfTheRecord(Statistics statistics) {
        this.statistics = statistics;
    }

    List<CountedSet> sets() {
        return List.of(
                set("cases", DataSet.Kind.COUNTS, "Public cases that are not retracted.", this::cases),
                set(
                        "restrictions",
                        DataSet.Kind.COUNTS,
                        "Their restrictions, of which a case can have several.",
                        this::restrictions),
                set(
                        "lifts",
                        DataSet.Kind.COUNTS,
                        "Those of them that were lifted in full, to be counted by when that was.",
                        this::lifts),
                set(
                        "geo-blocks",
                        DataSet.Kind.COUNTS,
                        "Restrictions that keep content from some countries and not from others.",
                        this::geoBlocks),
                set(
                        "durations",
                        DataSet.Kind.DURATIONS,
                        "How long restrictions lasted until they were lifted in full; those in force are right-censored.",
                        this::restrictions));
    }

    private static CountedSet set(String name, DataSet.Kind kind, String about, CountedSet.Counting counting) {
        return new CountedSet(new DataSet(name, kind, COLUMNS, OF_CASES, false, about), counting);
    }

    Latencies durations(Question question, Selection selection) {
        return statistics.latencies(dimensions(question.by()), selection);
    }

    private List<Combination> cases(Question question, Selection selection, Moment moment) {
        return statistics.combinations(Unit.CASES, dimensions(question.by()), selection);
    }

    private List<Combination> restrictions(Question question, Selection selection, Moment moment) {
        return statistics.combinations(Unit.RESTRICTIONS, dimensions(question.by()), selection);
    }

    private List<Combination> lifts(Question question, Selection selection, Moment moment) {
        return among(question, selection, Dimension.LIFTED_YEAR, years -> !years.isEmpty());
    }

    /** What is kept from everybody is none. */
    private List<Combination> geoBlocks(Question question, Selection selection, Moment moment) {
        return among(
                question,
                new Selection(selection.filter().with("measure", WITHHELD), selection.at()),
                Dimension.SCOPE,
                places -> !places.isEmpty() && !places.contains(WORLDWIDE));
    }

    /** Counted by one dimension more, to tell which of them count; what that splits is added up again. */
    private List<Combination> among(
            Question question, Selection selection, Dimension told, Predicate<List<String>> counts) {
        List<Dimension> by = new ArrayList<>(dimensions(question.by()));
        by.add(told);
        int last = by.size() - 1;
        return statistics.combinations(Unit.RESTRICTIONS, by, selection).stream()
                .filter(each -> counts.test(each.values().get(last)))
                .collect(Collectors.groupingBy(
                        each -> each.values().subList(0, last), Collectors.summingLong(Combination::count)))
                .entrySet()
                .stream()
                .map(entry -> new Combination(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Dimension> dimensions(List<String> words) {
        return words.stream()
                .map(word -> Word.of(Dimension.class, word).orElseThrow())
                .toList();
    }
}

package org.lacuna.publication.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Selection;
import org.lacuna.publication.WrongParameter;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.statistics.GroupedCount;

/**
 * The data sets that a report can name. A report never asks in SQL, so it can never ask for what is not public. Whatever
 * is asked is grouped by the database: a million restrictions come here as a few thousand tallies.
 */
@ApplicationScoped
public class DataSets {
    private final Map<String, CountedSet> sets = new LinkedHashMap<>();
    private final PublicRecord record;
    private final Clock clock;
    private final OfTheRecord ofTheRecord;

    DataSets(
            PublicRecord record,
            Clock clock,
            OfTheRecord ofTheRecord,
            OfTimelines ofTimelines,
            OfTheMonitor ofTheMonitor) {
        this.record = record;
        this.clock = clock;
        this.ofTheRecord = ofTheRecord;
        Stream.of(ofTheRecord.sets(), ofTimelines.sets(), ofTheMonitor.sets())
                .flatMap(List::stream)
                .forEach(set -> sets.put(set.dataSet().name(), set));
    }

    /** The names there are. */
    public List<String> names() {
        return List.copyOf(sets.keySet());
    }

    /** A data set; empty if there is none of this name. */
    public Optional<DataSet> find(String name) {
        return Optional.ofNullable(sets.get(name)).map(CountedSet::dataSet);
    }

    /** Now. */
    public Moment now() {
        return new Moment(LocalDate.now(clock), record.at(Optional.empty()));
    }

    /**
     * The end of a day (UTC).
     *
     * @throws IllegalArgumentException for a day that is still to come
     */
    public Moment at(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException(
                    "expected a day until today, " + LocalDate.now(clock) + ", found " + day);
        }
        return new Moment(day, record.at(Optional.of(day)));
    }

    /**
     * Refuses what cannot be asked.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public void check(Question question) {
        DataSet set = set(question.dataSet()).dataSet();
        if (question.by().isEmpty()
                || !set.columns().containsAll(question.by())
                || Set.copyOf(question.by()).size() < question.by().size()) {
            throw new IllegalArgumentException(
                    "expected some of " + set.columns() + ", each once, found " + question.by());
        }
        question.where().forEach((name, value) -> {
            if (!set.parameters().contains(name)) {
                throw new WrongParameter(
                        "where",
                        "a parameter out of "
                                + set.parameters().stream().sorted().toList(),
                        name,
                        "platform: zoom");
            }
        });
        filter(question, set);
        OfTheMonitor.days(question.where());
    }

    /** How many there are of each group. What is small is withheld where persons are counted. */
    public GroupedCount count(Question question, Moment moment) {
        check(question);
        CountedSet set = set(question.dataSet());
        GroupedCount counted = GroupedCount.of(
                question.by(),
                set.counting()
                        .count(question, new Selection(filter(question, set.dataSet()), moment.sequence()), moment));
        return set.dataSet().persons() ? counted.withholdingBelow(DataSet.LEAST_PERSONS) : counted;
    }

    /** How long they lasted; each level of verification by itself, as the first value of each group. */
    public Latencies durations(Question question, Moment moment) {
        check(question);
        DataSet set = set(question.dataSet()).dataSet();
        return ofTheRecord.durations(question, new Selection(filter(question, set), moment.sequence()));
    }

    private CountedSet set(String name) {
        return Optional.ofNullable(sets.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a data set out of " + names() + ", found '" + name + "'"));
    }

    /** What of it concerns cases; data sets read their own parameters themselves. */
    private static CaseFilter filter(Question question, DataSet set) {
        Set<String> known =
                CaseFilter.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        return CaseFilter.read(question.where().entrySet().stream()
                .filter(entry ->
                        known.contains(entry.getKey()) && set.parameters().contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}

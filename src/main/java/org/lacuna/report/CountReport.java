package org.lacuna.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.publication.data.DataSet;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Moment;
import org.lacuna.statistics.CrossCount.Combination;
import org.lacuna.statistics.GroupedCount;

/** Finds a report's figures, one part after the other, so that only one of them is in memory unfinished. */
@Singleton
class CountReport {
    private final Reports reports;
    private final DataSets dataSets;
    private final Platforms platforms;

    CountReport(Reports reports, DataSets dataSets, Platforms platforms) {
        this.reports = reports;
        this.dataSets = dataSets;
        this.platforms = platforms;
    }

    /** @param progress is told before each part what is counted now */
    Counted count(Report report, Moment moment, Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        for (Part part : report.parts()) {
            progress.accept(report.id() + ": " + part.data().name() + " by "
                    + String.join(", ", part.question().by()));
            figures.add(part.data().kind() == DataSet.Kind.DURATIONS ? durations(part, moment) : count(part, moment));
        }
        List<Counted> included = new ArrayList<>();
        for (String id : report.includes()) {
            included.add(count(reports.find(id).orElseThrow().within(report), moment, progress));
        }
        return new Counted(report, moment.day(), moment.sequence(), names(), figures, included);
    }

    private Map<String, String> names() {
        return platforms.all().stream().collect(Collectors.toMap(Platform::id, Platform::name));
    }

    private Figure count(Part part, Moment moment) {
        return Figure.of(part, dataSets.count(part.on(moment.day()), moment));
    }

    private Figure durations(Part part, Moment moment) {
        Latencies found = dataSets.durations(part.on(moment.day()), moment);
        return durations(part, found);
    }

    /** The groups of overlapping values hold a restriction each, so their sum is no total; templates name each group's. */
    static Figure durations(Part part, Latencies found) {
        List<String> by = found.by().stream().map(each -> each.word()).toList();
        List<Combination> sizes = found.groups().stream()
                .map(group -> new Combination(
                        group.values().stream()
                                .map(value -> value.stream().toList())
                                .toList(),
                        group.sample().size()))
                .toList();
        return new Figure(part, GroupedCount.of(by, sizes), Curve.of(found), new TreeMap<>(found.leftOut()));
    }
}

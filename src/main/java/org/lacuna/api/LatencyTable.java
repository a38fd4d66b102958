package org.lacuna.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.statistics.Days;
import org.lacuna.statistics.Median;
import org.lacuna.statistics.Survival;

/** Latencies as an answer shows them; the flat table has a row for each step of each curve. */
final class LatencyTable implements StatisticsTable {
    private static final List<String> COLUMNS = List.of(
            "restrictions",
            "ended",
            "lasting",
            "unknown",
            "medianLeast",
            "medianMost",
            "medianLow",
            "medianHigh",
            "least",
            "most",
            "after",
            "atRiskLeast",
            "atRiskMost",
            "insufficient");
    private static final int COUNTS = 4;

    private final Latencies latencies;
    private final Optional<LocalDate> asOf;

    LatencyTable(Latencies latencies, Optional<LocalDate> asOf) {
        this.latencies = latencies;
        this.asOf = asOf;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        StatisticsTable.question(json, latencies.by(), latencies.filter(), latencies.sequence(), asOf);
        json.put("overlaps", latencies.overlaps());
        ObjectNode leftOut = json.putObject("leftOut");
        latencies.leftOut().forEach(leftOut::put);
        json.putObject("confidence").put("method", Median.METHOD).put("level", Median.LEVEL);
        json.put("threshold", Survival.THRESHOLD);
        ArrayNode groups = json.putArray("groups");
        latencies.groups().forEach(group -> groups.add(json(group)));
        return json;
    }

    private ObjectNode json(Latencies.Group group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("values", StatisticsTable.values(latencies.by(), group.values()));
        json.put("restrictions", group.sample().size());
        json.put("ended", group.sample().ended());
        json.put("lasting", group.sample().lasting());
        json.put("unknown", group.sample().unknown());
        json.set("survival", group.survival().either(LatencyTable::json, StatisticsTable::insufficient));
        return json;
    }

    private static ObjectNode json(Survival survival) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode median = days(survival.median().days());
        median.set("confidence", days(survival.median().confidence()));
        json.set("median", median);
        ArrayNode steps = json.putArray("steps");
        for (Survival.Step each : survival.steps()) {
            ObjectNode step = days(each.within());
            step.put("after", StatisticsTable.rounded(each.after()));
            step.putObject("atRisk")
                    .put("least", each.atRisk().least())
                    .put("most", each.atRisk().most());
            steps.add(step);
        }
        json.put("until", survival.until());
        return json;
    }

    private static ObjectNode days(Days days) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("least", days.least());
        days.most().ifPresentOrElse(most -> json.put("most", most), () -> json.putNull("most"));
        return json;
    }

    @Override
    public List<String> columns() {
        return Stream.concat(StatisticsTable.names(latencies.by()), COLUMNS.stream())
                .toList();
    }

    @Override
    public Stream<List<String>> rows() {
        return latencies.groups().stream().flatMap(group -> {
            List<String> head = new ArrayList<>(StatisticsTable.cells(group.values()));
            head.add(Long.toString(group.sample().size()));
            head.add(Long.toString(group.sample().ended()));
            head.add(Long.toString(group.sample().lasting()));
            head.add(Long.toString(group.sample().unknown()));
            return group.survival().either(survival -> rows(head, survival), why -> {
                List<String> row = new ArrayList<>(head);
                row.addAll(Collections.nCopies(COLUMNS.size() - COUNTS - 1, ""));
                row.add(StatisticsTable.words(why));
                return Stream.of(row);
            });
        });
    }

    private static Stream<List<String>> rows(List<String> head, Survival survival) {
        List<String> start = new ArrayList<>(head);
        start.addAll(cells(survival.median().days()));
        start.addAll(cells(survival.median().confidence()));
        return survival.steps().stream().map(step -> {
            List<String> row = new ArrayList<>(start);
            row.addAll(cells(step.within()));
            row.add(StatisticsTable.text(step.after()));
            row.add(Long.toString(step.atRisk().least()));
            row.add(Long.toString(step.atRisk().most()));
            row.add("");
            return row;
        });
    }

    private static List<String> cells(Days days) {
        return List.of(
                Long.toString(days.least()),
                days.most().isPresent() ? Long.toString(days.most().getAsLong()) : "");
    }
}

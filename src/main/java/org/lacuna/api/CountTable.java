package org.lacuna.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.counts.Counted;
import org.lacuna.statistics.Finding;
import org.lacuna.statistics.Share;

/** Counts as an answer shows them. */
final class CountTable implements StatisticsTable {
    private static final List<String> COLUMNS = List.of("count", "of", "share", "low", "high", "insufficient");

    private final Counted counted;
    private final Optional<LocalDate> asOf;

    CountTable(Counted counted, Optional<LocalDate> asOf) {
        this.counted = counted;
        this.asOf = asOf;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("count", counted.unit().word());
        StatisticsTable.question(json, counted.by(), counted.filter(), counted.sequence(), asOf);
        json.put("total", counted.total());
        json.put("overlaps", counted.overlaps());
        json.putObject("interval").put("method", "Wilson").put("level", Share.LEVEL);
        json.put("threshold", Share.THRESHOLD);
        ArrayNode cells = json.putArray("cells");
        counted.cells().forEach(cell -> cells.add(json(cell)));
        return json;
    }

    private ObjectNode json(Counted.Cell cell) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("values", StatisticsTable.values(counted.by(), cell.values()));
        json.put("count", cell.count());
        json.put("of", cell.of());
        json.set("share", cell.share().either(CountTable::json, StatisticsTable::insufficient));
        return json;
    }

    private static ObjectNode json(Share share) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", StatisticsTable.rounded(share.value()))
                .put("low", StatisticsTable.rounded(share.low()))
                .put("high", StatisticsTable.rounded(share.high()));
    }

    @Override
    public List<String> columns() {
        return Stream.concat(StatisticsTable.names(counted.by()), COLUMNS.stream())
                .toList();
    }

    @Override
    public Stream<List<String>> rows() {
        return counted.cells().stream().map(cell -> {
            List<String> row = new ArrayList<>(StatisticsTable.cells(cell.values()));
            row.add(Long.toString(cell.count()));
            row.add(Long.toString(cell.of()));
            row.addAll(cell.share().either(CountTable::found, CountTable::missing));
            return row;
        });
    }

    private static List<String> found(Share share) {
        return List.of(
                StatisticsTable.text(share.value()),
                StatisticsTable.text(share.low()),
                StatisticsTable.text(share.high()),
                "");
    }

    private static List<String> missing(Finding.Insufficient<Share> why) {
        return List.of("", "", "", StatisticsTable.words(why));
    }
}

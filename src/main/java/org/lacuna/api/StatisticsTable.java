package org.lacuna.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.statistics.Finding;

/** A table of statistics, in the forms in which it is handed out. */
interface StatisticsTable {
    /** Places after the point. */
    int PLACES = 6;

    /** The whole answer, with what was asked. */
    ObjectNode json();

    /** The names of the columns of a flat table. */
    List<String> columns();

    /** Its rows; an empty cell is a missing value. */
    Stream<List<String>> rows();

    /** What was asked, and of which record. */
    static void question(
            ObjectNode json, List<Dimension> by, CaseFilter filter, long sequence, Optional<LocalDate> asOf) {
        ArrayNode dimensions = json.putArray("by");
        names(by).forEach(dimensions::add);
        ObjectNode asked = json.putObject("filter");
        filter.asked().forEach(asked::put);
        json.put("asOf", asOf.map(LocalDate::toString).orElse(null));
        json.put("sequence", sequence);
    }

    /** The values of a cell by the names of its dimensions; null for “none recorded”. */
    static ObjectNode values(List<Dimension> by, List<Optional<String>> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < by.size(); i++) {
            json.put(by.get(i).word(), values.get(i).orElse(null));
        }
        return json;
    }

    /** Why there is no value: of what there are too few, how many there are, and how many it would take. */
    static ObjectNode insufficient(Finding.Insufficient<?> why) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("insufficient", why.of())
                .put("found", why.found())
                .put("needed", why.needed());
    }

    /** The same as a cell shows it. */
    static String words(Finding.Insufficient<?> why) {
        return why.of() + " " + why.found() + " of " + why.needed();
    }

    static Stream<String> names(List<Dimension> by) {
        return by.stream().map(Dimension::word);
    }

    static List<String> cells(List<Optional<String>> values) {
        return values.stream().map(value -> value.orElse("")).toList();
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    static String text(double value) {
        return rounded(value).toPlainString();
    }
}

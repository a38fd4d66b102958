package org.lacuna.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lacuna.statistics.Band;
import org.lacuna.statistics.Days;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Survival;

/** The figures of a report with what they mean: the questions, the limits, the denominators, the whole curves. */
final class JsonFigures {
    private static final String COUNT = "count";

    private JsonFigures() {}

    static Map<String, Object> json(Counted counted) {
        Report report = counted.report();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", report.id());
        json.put("title", report.title());
        json.put("question", report.question());
        json.put("limits", report.limits());
        json.put("asOf", counted.day().toString());
        json.put("sequence", counted.sequence());
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Figure figure : counted.figures()) {
            if (figure.part().name().isEmpty()) {
                json.putAll(part(counted, figure));
            } else {
                parts.put(figure.part().name(), part(counted, figure));
            }
        }
        if (!parts.isEmpty()) {
            json.put("parts", parts);
        }
        if (!counted.included().isEmpty()) {
            json.put(
                    "included",
                    counted.included().stream().map(JsonFigures::json).toList());
        }
        return json;
    }

    private static Map<String, Object> part(Counted counted, Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("data", figure.part().data().name());
        json.put("countBy", figure.count().by());
        json.put("where", new TreeMap<>(figure.part().on(counted.day()).where()));
        if (figure.curves().isEmpty()) {
            json.put("total", figure.count().total());
            if (figure.count().few()) {
                json.put("totalIsALowerBound", true);
            }
            json.put(
                    "groups",
                    figure.count().groups().stream()
                            .map(group -> row(figure.count().by(), group))
                            .toList());
        } else {
            json.put("leftOut", figure.leftOut());
            json.put("groups", figure.curves().stream().map(JsonFigures::curve).toList());
        }
        return json;
    }

    private static Map<String, Object> row(List<String> columns, GroupedCount.Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), group.values().get(i));
        }
        row.put(COUNT, group.few() ? Figures.count(group) : group.count());
        return row;
    }

    private static Map<String, Object> curve(Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>(curve.values());
        json.put(COUNT, curve.size());
        json.put("lifted", curve.ended());
        json.put("inForce", curve.lasting());
        json.put("unknown", curve.unknown());
        curve.survival().ifPresentOrElse(found -> survival(json, found), () -> {
            Map<String, Object> few = new LinkedHashMap<>();
            few.put("lifted", curve.ended());
            few.put("needed", curve.needed());
            json.put("insufficient", few);
        });
        return json;
    }

    private static void survival(Map<String, Object> json, Survival found) {
        json.put("median", days(found.median().days()));
        json.put("interval", days(found.median().confidence()));
        json.put("knownUntil", found.until());
        json.put(
                "steps",
                IntStream.range(0, found.steps().size())
                        .mapToObj(i -> step(found.steps().get(i), found.bands().get(i)))
                        .toList());
    }

    private static Map<String, Object> step(Survival.Step step, Band band) {
        Map<String, Object> json = new LinkedHashMap<>(days(step.within()));
        json.put("after", step.after());
        json.put("low", band.low());
        json.put("high", band.high());
        json.put(
                "atRisk",
                days(new Days(
                        step.atRisk().least(), OptionalLong.of(step.atRisk().most()))));
        return json;
    }

    private static Map<String, Object> days(Days days) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("least", days.least());
        days.most().ifPresent(most -> json.put("most", most));
        return json;
    }
}

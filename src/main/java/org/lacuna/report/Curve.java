package org.lacuna.report;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lacuna.page.chart.Curves;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.statistics.Days;
import org.lacuna.statistics.Finding;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;

/**
 * How long the restrictions of one group lasted, for a template.
 *
 * @param values by column, {@code none} where nothing is recorded
 */
@TemplateData
record Curve(Map<String, String> values, Sample sample, Finding<Survival> finding) {
    /** A share below this is the rounding error of an estimate. */
    private static final double NOTHING = 0.0005;

    static List<Curve> of(Latencies latencies) {
        return latencies.groups().stream()
                .map(group -> new Curve(named(latencies.by(), group.values()), group.sample(), group.survival()))
                .toList();
    }

    private static Map<String, String> named(List<Dimension> by, List<Optional<String>> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            named.put(by.get(i).word(), values.get(i).orElse(GroupedCount.NONE));
        }
        return named;
    }

    /** The value of a column. */
    public String value(String column) {
        return values.get(column);
    }

    /** How many restrictions. */
    public long size() {
        return sample.size();
    }

    /** How many of them were lifted in full. */
    public long ended() {
        return sample.ended();
    }

    /** How many of them were in force when last known. */
    public long lasting() {
        return sample.lasting();
    }

    /** Of how many nobody knows. */
    public long unknown() {
        return sample.unknown();
    }

    Optional<Survival> survival() {
        return finding.either(Optional::of, few -> Optional.empty());
    }

    /** Whether enough were lifted to say more than how many. */
    public boolean enough() {
        return survival().isPresent();
    }

    /** How many lifts it takes. */
    public long needed() {
        return Survival.THRESHOLD;
    }

    /** The day by which half were lifted. */
    public String median() {
        return survival().map(found -> told(found.median().days())).orElse("insufficient data");
    }

    /** The interval around it. */
    public String interval() {
        return survival().map(found -> told(found.median().confidence())).orElse("");
    }

    /** Which share lasted longer than so many days. */
    public String after(int days) {
        return survival().map(found -> share(found, days)).orElse("insufficient data");
    }

    private static String share(Survival found, long days) {
        return days > found.until() ? "not known" : share(found.on(days));
    }

    /** The share that lasted longer, or between which two it lies. */
    static String share(Survival.Reading reading) {
        return reading.most() - reading.least() < NOTHING
                ? percent(reading.most())
                : percent(reading.least()) + " to " + percent(reading.most());
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** What the curve says of each day that its drawing names; none where there is too little to say. */
    SortedMap<Long, Survival.Reading> readings() {
        SortedMap<Long, Survival.Reading> readings = new TreeMap<>();
        survival().ifPresent(found -> Curves.days(found).forEach(day -> readings.put(day, found.on(day))));
        return readings;
    }

    static String told(Days days) {
        if (days.most().isEmpty()) {
            return days.least() + " days or more";
        }
        long most = days.most().getAsLong();
        return days.least() == most ? most + (most == 1 ? " day" : " days") : days.least() + " to " + most + " days";
    }
}

package org.lacuna.web;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Grid;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Counted;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Statistics;
import org.lacuna.publication.counts.Unit;

/** Countries on the record: whose government demanded something, where it holds, where those who were hit are based. */
@ApplicationScoped
class Countries {
    private static final int MOST_TILES = 24;

    private final Statistics statistics;

    Countries(Statistics statistics) {
        this.statistics = statistics;
    }

    /**
     * One country; numbers of cases.
     *
     * @param demanded those that its government is said to have demanded
     * @param restricted those that are restricted there and not everywhere
     * @param based those whose subject is based there
     */
    record Country(String code, String name, long demanded, long restricted, long based) {}

    /** Every country that occurs, whoever demanded most first. */
    List<Country> all(Optional<LocalDate> asOf, Say say) {
        Map<String, Long> demanded = counts(Dimension.DEMANDED_BY, asOf);
        Map<String, Long> restricted = counts(Dimension.SCOPE, asOf);
        Map<String, Long> based = counts(Dimension.BASED_IN, asOf);
        Map<String, Country> all = new TreeMap<>();
        for (Map<String, Long> each : List.of(demanded, restricted, based)) {
            each.keySet()
                    .forEach(code -> all.put(
                            code,
                            new Country(
                                    code,
                                    say.country(code),
                                    demanded.getOrDefault(code, 0L),
                                    restricted.getOrDefault(code, 0L),
                                    based.getOrDefault(code, 0L))));
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong(Country::demanded)
                        .thenComparingLong(Country::restricted)
                        .thenComparingLong(Country::based)
                        .reversed()
                        .thenComparing(
                                Country::name,
                                Collator.getInstance(say.language().locale())))
                .toList();
    }

    /** Cases by country; courts, companies and “worldwide” are none. */
    private Map<String, Long> counts(Dimension dimension, Optional<LocalDate> asOf) {
        Counted counted = statistics.count(Unit.CASES, List.of(dimension), CaseFilter.all(), asOf);
        int at = counted.by().indexOf(dimension);
        Map<String, Long> counts = new TreeMap<>();
        counted.cells().forEach(cell -> cell.values()
                .get(at)
                .filter(code -> code.matches("[A-Z]{2}"))
                .ifPresent(code -> counts.merge(code, cell.count(), Long::sum)));
        return counts;
    }

    /** Whose governments demanded what, the most first; empty where none did. */
    static Optional<Chart> chart(List<Country> countries, Say say) {
        List<Grid.Tile> tiles = countries.stream()
                .filter(each -> each.demanded() > 0)
                .limit(MOST_TILES)
                .map(each -> new Grid.Tile(
                        each.name(), each.demanded(), each.name() + ": " + say.counted("count.cases", each.demanded())))
                .toList();
        if (tiles.isEmpty()) {
            return Optional.empty();
        }
        String title = say.of("countries.chart");
        String description = say.of("countries.chart.description", "count", tiles.size());
        List<List<String>> rows = new ArrayList<>();
        countries.forEach(each -> rows.add(List.of(
                each.name(),
                each.code(),
                say.count(each.demanded()),
                say.count(each.restricted()),
                say.count(each.based()))));
        return Optional.of(new Chart(
                "countries",
                title,
                Grid.draw(tiles, title, description, say, Chart.WIDE),
                Grid.draw(tiles, title, description, say, Chart.NARROW),
                List.of(
                        say.of("countries.country"),
                        say.of("countries.code"),
                        say.of("country.demandedBy"),
                        say.of("country.scope"),
                        say.of("country.basedIn")),
                rows));
    }
}

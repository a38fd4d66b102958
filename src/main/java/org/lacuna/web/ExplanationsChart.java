package org.lacuna.web;

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
import org.lacuna.page.chart.Matrix;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Counted;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Statistics;
import org.lacuna.publication.counts.Unit;

/** What platforms claim, as a matrix of platforms and explanations. A case in which one explanation follows another has both. */
@ApplicationScoped
class ExplanationsChart {
    private static final int MOST_PLATFORMS = 12;

    private final Statistics statistics;
    private final Platforms platforms;

    ExplanationsChart(Statistics statistics, Platforms platforms) {
        this.statistics = statistics;
        this.platforms = platforms;
    }

    /** The platforms with the most explained cases first; empty where nothing was explained. */
    Optional<Chart> of(CaseFilter filter, Optional<LocalDate> asOf, Say say) {
        Counted counted =
                statistics.count(Unit.CASES, List.of(Dimension.PLATFORM, Dimension.EXPLANATION), filter, asOf);
        int platform = counted.by().indexOf(Dimension.PLATFORM);
        int explanation = counted.by().indexOf(Dimension.EXPLANATION);
        Map<String, Map<String, Long>> byPlatform = new TreeMap<>();
        Map<String, Long> all = new TreeMap<>();
        for (Counted.Cell cell : counted.cells()) {
            cell.values().get(explanation).ifPresent(word -> {
                byPlatform
                        .computeIfAbsent(cell.values().get(platform).orElse(""), any -> new TreeMap<>())
                        .merge(word, cell.count(), Long::sum);
                all.merge(word, cell.count(), Long::sum);
            });
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = all.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Matrix.Row> rows = byPlatform.entrySet().stream()
                .map(entry -> new Matrix.Row(
                        platforms.find(entry.getKey()).map(Platform::name).orElse(entry.getKey()),
                        words.stream()
                                .map(word -> entry.getValue().getOrDefault(word, 0L))
                                .toList()))
                .sorted(Comparator.comparingLong(ExplanationsChart::sum)
                        .reversed()
                        .thenComparing(Matrix.Row::name))
                .toList();
        return Optional.of(
                chart(words.stream().map(word -> say.word("explanation", word)).toList(), rows, say));
    }

    private static long sum(Matrix.Row row) {
        return row.counts().stream().mapToLong(Long::longValue).sum();
    }

    private static Chart chart(List<String> columns, List<Matrix.Row> rows, Say say) {
        String title = say.of("explanations.chart");
        List<Matrix.Row> drawn = rows.subList(0, Math.min(MOST_PLATFORMS, rows.size()));
        String description = say.of("explanations.chart.description", "drawn", drawn.size(), "all", rows.size());
        List<String> header = new ArrayList<>(List.of(say.of("platforms.platform")));
        header.addAll(columns);
        return new Chart(
                "explanations",
                title,
                Matrix.draw(columns, drawn, title, description, say, Chart.WIDE),
                Matrix.draw(columns, drawn, title, description, say, Chart.NARROW),
                header,
                rows.stream()
                        .map(row -> {
                            List<String> cells = new ArrayList<>(List.of(row.name()));
                            row.counts().forEach(count -> cells.add(say.count(count)));
                            return cells;
                        })
                        .toList());
    }
}

package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what R's package survival found for the same data; {@code src/test/resources/statistics/README.md}. */
class SurvivalReferenceTest {
    private static final Path FOLDER = Path.of("src/test/resources/statistics");

    @ParameterizedTest
    @ValueSource(
            strings = {"right-censored", "exact", "mixed", "weekly", "missed-looks", "current-status", "founding-record"
            })
    void the_curve_is_that_of_an_established_package(String set) {
        Survival ours = found(Survival.of(sample(set)));
        List<String[]> theirs = rows(set + "-curve.csv");

        assertThat(theirs).isNotEmpty();
        for (String[] row : theirs) {
            double day = Double.parseDouble(row[0]);
            assertThat(after(ours, day)).as("day " + day).isCloseTo(Double.parseDouble(row[1]), within(1e-4));
        }
        assertThat(ours.steps().stream().filter(step -> !isIn(theirs, step)).toList())
                .isEmpty();
    }

    @Test
    void where_nothing_ended_there_is_no_curve() {
        assertThat(rows("all-lasting-curve.csv")).isEmpty();
        assertThat(Survival.of(sample("all-lasting")))
                .isEqualTo(new Finding.Insufficient<Survival>("ended", 0, Survival.THRESHOLD));
    }

    @Test
    void the_founding_record_is_told_whole() {
        Survival record = found(Survival.of(sample("founding-record")));

        assertThat(record.size()).isEqualTo(61);
        assertThat(record.ended()).isEqualTo(21);
        assertThat(record.lasting()).isEqualTo(32);
        assertThat(record.unknown()).isEqualTo(8);
        assertThat(record.steps().get(0).atRisk()).isEqualTo(new AtRisk(0, 61, 61));
        // more than half of them have not been lifted: the curve never comes down to a half
        assertThat(record.median().days().most()).isEmpty();
        assertThat(record.median().confidence().most()).isEmpty();
    }

    private static double after(Survival survival, double day) {
        double after = 1;
        for (Survival.Step step : survival.steps()) {
            if (middle(step) <= day) {
                after = step.after();
            }
        }
        return after;
    }

    private static boolean isIn(List<String[]> theirs, Survival.Step step) {
        return theirs.stream()
                .mapToDouble(row -> Double.parseDouble(row[0]))
                .anyMatch(day ->
                        step.within().least() - 1 <= day && day <= step.within().last());
    }

    private static double middle(Survival.Step step) {
        return (step.within().least() - 1 + step.within().last()) / 2.0;
    }

    private static Sample sample(String set) {
        Map<Lasted, Long> counts = new LinkedHashMap<>();
        for (String[] row : rows(set + "-input.csv")) {
            long least = Long.parseLong(row[1]);
            OptionalLong most = row[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(row[2]));
            Lasted lasted =
                    switch (row[0]) {
                        case "ended" -> Lasted.ended(least, most);
                        case "lasting" -> Lasted.lasting(least);
                        default -> Lasted.unknown();
                    };
            counts.put(lasted, Long.parseLong(row[3]));
        }
        return new Sample(counts);
    }

    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    static <T> T found(Finding<T> finding) {
        return finding.either(value -> value, missing -> {
            throw new AssertionError("expected a value, found " + missing);
        });
    }
}

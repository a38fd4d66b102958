package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.Corpus;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

/** Real captures that nobody here wrote. They name real people, so no body is ever printed. */
class CorpusTest {
    private static final Set<Outcome> ACCUSING = EnumSet.of(Outcome.SUSPENDED, Outcome.REMOVED, Outcome.WITHHELD);
    private static final List<Reading> READINGS = new ArrayList<>();

    private record Reading(String platform, Outcome truth, Evaluated evaluated) {
        boolean correct() {
            return evaluated.correct();
        }

        boolean found() {
            return said() == truth;
        }

        Outcome said() {
            return evaluated.said();
        }

        @Override
        public String toString() {
            return "%s (%s): %s, said %s by %s"
                    .formatted(evaluated.page().file(), platform, truth.word(), said().word(), evaluated.rule());
        }
    }

    @BeforeAll
    static void read_every_page_with_its_platforms_definition() {
        Evaluation evaluation = new Evaluation(new Platforms());
        new PageIndex(Corpus.folder("pages").resolve("index.csv"))
                .forEach(page -> READINGS.add(
                        new Reading(page.platform(), Outcome.of(page.truth()), evaluation.evaluate(page))));
        print();
    }

    @Test
    void nobody_is_said_to_be_suspended_removed_or_withheld_who_is_not() {
        assertThat(READINGS)
                .filteredOn(reading -> ACCUSING.contains(reading.said()))
                .hasSizeGreaterThanOrEqualTo(29)
                .noneMatch(reading -> reading.evaluated().falseAlarm());
    }

    /** The floors are what was measured when the rules were written. They may rise; a fall needs a reason. */
    @ParameterizedTest
    @CsvSource({
        "youtube, 1.00",
        "linkedin, 1.00",
        "x, 1.00",
        "github, 1.00",
        "reddit, 1.00",
        "wechat, 1.00",
        "facebook, 1.00"
    })
    void what_a_page_says_is_found(String platform, double floor) {
        List<Reading> decided = READINGS.stream()
                .filter(reading -> reading.platform().equals(platform))
                .filter(reading -> reading.truth().conclusive())
                .toList();

        assertThat(share(decided)).as("share of %d pages found", decided.size()).isGreaterThanOrEqualTo(floor);
    }

    /** Over all platforms, those that are only named included: other captures will be read with these rules. */
    @Test
    void at_least_95_in_100_of_what_pages_say_is_found() {
        List<Reading> decided = READINGS.stream()
                .filter(reading -> reading.truth().conclusive())
                .toList();

        assertThat(share(decided)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void a_page_that_says_nothing_about_the_subject_is_never_read_as_if_it_did() {
        assertThat(READINGS)
                .filteredOn(reading -> !reading.truth().conclusive())
                .allMatch(Reading::correct);
    }

    @Test
    void every_page_of_the_index_is_read() {
        assertThat(READINGS)
                .hasSizeGreaterThanOrEqualTo(150)
                .flatExtracting(reading -> reading.evaluated().problems())
                .isEmpty();
    }

    private static double share(List<Reading> readings) {
        return readings.stream().filter(Reading::found).count() / (double) Math.max(1, readings.size());
    }

    private static void print() {
        Map<Outcome, Map<Outcome, Integer>> table = new TreeMap<>();
        Set<Outcome> said = new TreeSet<>();
        for (Reading reading : READINGS) {
            said.add(reading.said());
            table.computeIfAbsent(reading.truth(), truth -> new TreeMap<>()).merge(reading.said(), 1, Integer::sum);
        }
        StringBuilder out = new StringBuilder("%ncorpus: %-18s".formatted("truth \\ said"));
        said.forEach(outcome -> out.append("%15s".formatted(outcome.word())));
        table.forEach((truth, row) -> {
            out.append("%n        %-18s".formatted(truth.word()));
            said.forEach(outcome -> out.append("%15s".formatted(row.getOrDefault(outcome, 0))));
        });
        List<Reading> wrong =
                READINGS.stream().filter(reading -> !reading.correct()).toList();
        List<Reading> decided = READINGS.stream()
                .filter(reading -> reading.truth().conclusive())
                .toList();
        out.append("%n        pages %d, correct %d, decided truth %d, found %.3f%n"
                .formatted(READINGS.size(), READINGS.size() - wrong.size(), decided.size(), share(decided)));
        wrong.forEach(reading -> out.append("        not accepted: %s%n".formatted(reading)));
        System.out.println(out);
    }
}

package org.lacuna.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.marks.Campaign;
import org.lacuna.intake.marks.Report;
import org.lacuna.shared.Database;

/** A thousand coordinated fakes among fifty real reports. {@code -Dlacuna.flood.seed=N} makes another flood. */
@QuarkusTest
class FloodTest {
    private static final long SEED = Long.getLong("lacuna.flood.seed", 20_261_128L);

    @Inject
    Incoming incoming;

    @Inject
    ShowQueue queue;

    @Inject
    Database database;

    @AfterEach
    void forget() {
        incoming.forget();
    }

    @BeforeEach
    void empty() {
        incoming.withoutOtherEditors();
        incoming.empty();
    }

    @Test
    void a_thousand_fakes_end_in_at_most_twenty_lines_and_all_fifty_real_reports_are_on_the_first_three_pages() {
        Incoming.Known editor = incoming.editor();
        Campaign campaign = new Campaign(SEED);
        List<Report> real = Report.real();
        List<Report> fakes = new ArrayList<>(campaign.template(400));
        fakes.addAll(campaign.shuffled(300));
        fakes.addAll(campaign.oneSubject(300));
        assertThat(real).hasSize(50);
        assertThat(fakes).hasSize(1000);
        List<Report> all = new ArrayList<>(fakes);
        all.addAll(real);
        Collections.shuffle(all, new Random(SEED));
        Map<Report, String> ids = new HashMap<>();
        all.forEach(report -> ids.put(report, incoming.send(report)));
        Map<String, String> lines = lines();

        Set<String> linesOfFakes =
                fakes.stream().map(fake -> lines.get(ids.get(fake))).collect(Collectors.toSet());
        assertThat(linesOfFakes).as("lines with fakes").hasSizeLessThanOrEqualTo(20);

        Set<String> reachable = new HashSet<>();
        for (int page = 1; page <= 3; page++) {
            ShowQueue.Page shown = queue.page(Filter.OPEN, editor.id(), Optional.of(editor.key()), page);
            assertThat(shown.lines()).hasSizeLessThanOrEqualTo(25);
            shown.lines().forEach(line -> {
                assertThat(line.shown()).hasSizeLessThanOrEqualTo(StandOut.MOST);
                line.shown().forEach(one -> reachable.add(one.item().ref()));
            });
        }
        List<String> missed = real.stream()
                .filter(report -> !reachable.contains(ids.get(report)))
                .map(report -> report.language() + " " + report.subject())
                .toList();
        assertThat(missed).as("real reports that cannot be reached").isEmpty();

        assertThat(falselyJoined(real, ids, lines))
                .as("pairs of real reports about different subjects in one line")
                .isEmpty();
        System.out.printf(
                "flood %d: %d lines in all, %d of them with fakes, 50 of 50 real ones reachable, 0 of %d pairs joined falsely%n",
                SEED, new HashSet<>(lines.values()).size(), linesOfFakes.size(), 50 * 49 / 2 - 15);
    }

    @Test
    void in_whatever_order_reports_come_the_same_ones_are_joined() {
        Campaign campaign = new Campaign(SEED + 1);
        List<Report> all = new ArrayList<>(campaign.template(12));
        all.addAll(campaign.shuffled(15));
        all.addAll(campaign.oneSubject(12));
        all.addAll(Report.real().subList(0, 12));
        Set<Set<Report>> once = joined(all);
        Collections.shuffle(all, new Random(SEED));
        incoming.withoutOtherEditors();
        incoming.empty();
        assertThat(joined(all)).isEqualTo(once);
        assertThat(once).hasSizeGreaterThan(6).hasSizeLessThan(20);
    }

    @Test
    void one_text_about_many_subjects_draws_no_honest_report_about_them_into_its_line() {
        Report honest = Report.real().get(6);
        String first = incoming.send(honest);
        incoming.send(new Campaign(SEED + 2).template(30));
        assertThat(database.list(
                        "SELECT count(*) FROM queue_item WHERE line = (SELECT line FROM queue_item WHERE ref = ?)",
                        row -> row.getLong(1),
                        first))
                .containsExactly(1L);
    }

    private Set<Set<Report>> joined(List<Report> reports) {
        Map<Report, String> ids = new HashMap<>();
        reports.forEach(report -> ids.put(report, incoming.send(report)));
        Map<String, String> lines = lines();
        return new HashSet<>(ids.keySet().stream()
                .collect(Collectors.groupingBy(report -> lines.get(ids.get(report)), Collectors.toSet()))
                .values());
    }

    private static List<String> falselyJoined(List<Report> real, Map<Report, String> ids, Map<String, String> lines) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            for (int j = i + 1; j < real.size(); j++) {
                boolean sameSubject = i < 6 && j < 6;
                if (!sameSubject && lines.get(ids.get(real.get(i))).equals(lines.get(ids.get(real.get(j))))) {
                    joined.add(real.get(i).subject() + " " + real.get(j).subject());
                }
            }
        }
        return joined;
    }

    private Map<String, String> lines() {
        return database
                .list(
                        "SELECT ref, line::text FROM queue_item WHERE kind = 'submission'",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

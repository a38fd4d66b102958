package org.lacuna.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lacuna.FoundingFiles;
import org.lacuna.shared.TextFile;

class FoundingRecordTest {
    private final List<Incident> record = new RecordReader(id -> true).readAll(TextFile.onClassPath("record", ".yaml"));
    private final Map<String, Case> cases = record.stream()
            .flatMap(incident -> incident.cases().stream())
            .collect(Collectors.toMap(Case::slug, Function.identity()));

    @Test
    void every_case_folds_to_the_expected_status() {
        List<String[]> expected = FoundingFiles.rows("expected-status.csv");

        assertThat(expected).hasSameSizeAs(cases.keySet());
        assertThat(expected).allSatisfy(row -> assertThat(
                        cases.get(row[1]).restrictions().status().word())
                .as(row[1])
                .isEqualTo(row[2]));
    }

    @Test
    void every_reversal_has_the_expected_bounds() {
        List<String> expected = FoundingFiles.rows("expected.csv").stream()
                .map(row -> String.join(",", row))
                .sorted()
                .toList();

        List<String> folded = new ArrayList<>();
        for (Incident incident : record) {
            for (Case each : incident.cases()) {
                for (Restriction restriction : each.restrictions().all()) {
                    String imposed = String.join(
                            ",",
                            incident.slug(),
                            each.slug(),
                            restriction.imposed().head().id(),
                            restriction.imposed().head().date().toString());
                    restriction.lifts().forEach(lift -> folded.add(imposed + "," + row(restriction, lift)));
                    if (restriction.lifts().isEmpty()) {
                        folded.add(imposed + ",,,,");
                    }
                }
            }
        }

        assertThat(folded.stream().sorted()).containsExactlyElementsOf(expected);
    }

    @Test
    void an_unlifted_restriction_is_censored_at_the_day_of_asking() {
        Restriction song = cases.get("youtube-glory-to-hong-kong-2024")
                .restrictions()
                .all()
                .get(0);

        assertThat(song.latency(LocalDate.parse("2024-05-25")))
                .isEqualTo(new Latency(10, java.util.Optional.empty(), true));
    }

    @Test
    void a_meeting_that_was_cut_off_is_not_counted_as_lasting() {
        Restriction cut = cases.get("zoom-wang-dan-2020").restrictions().all().get(0);

        assertThat(cut.state()).isEqualTo(Restriction.State.ENDED_OTHERWISE);
        assertThat(cut.latency(LocalDate.parse("2026-01-01")).min()).isZero();
    }

    @Test
    void pressure_alone_is_not_public() {
        assertThat(cases.get("pressure-horror-zoo-2020").isPublic()).isFalse();
        assertThat(cases.get("facebook-woeser").isPublic()).isTrue();
    }

    private static String row(Restriction restriction, RestrictionLifted lift) {
        Latency latency = restriction.latencyTo(lift);
        return String.join(
                ",",
                lift.head().date().toString(),
                lift.extent(),
                Long.toString(latency.min()),
                latency.max().map(String::valueOf).orElse(""));
    }
}

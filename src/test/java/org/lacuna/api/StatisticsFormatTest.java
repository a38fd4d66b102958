package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Counted;
import org.lacuna.publication.counts.Dimension;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.publication.counts.Unit;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Share;
import org.lacuna.statistics.Survival;

class StatisticsFormatTest {
    private static final CountTable COUNTS = new CountTable(
            new Counted(
                    Unit.CASES,
                    List.of(Dimension.VERIFICATION, Dimension.BASED_IN),
                    CaseFilter.on("zoom"),
                    7,
                    12,
                    List.of(cell("reported", Optional.of("US"), 2, 10), cell("verified", Optional.empty(), 2, 2))),
            Optional.of(LocalDate.of(2026, 11, 28)));

    @Test
    void counts_as_json() {
        assertThat(text(StatisticsFormat.JSON, COUNTS))
                .isEqualTo("{\"count\":\"cases\",\"by\":[\"verification\",\"basedIn\"],"
                        + "\"filter\":{\"platform\":\"zoom\"},\"asOf\":\"2026-11-28\",\"sequence\":7,\"total\":12,\"overlaps\":false,"
                        + "\"interval\":{\"method\":\"Wilson\",\"level\":0.95},\"threshold\":5,\"cells\":["
                        + "{\"values\":{\"verification\":\"reported\",\"basedIn\":\"US\"},\"count\":2,\"of\":10,"
                        + "\"share\":{\"value\":0.200000,\"low\":0.056682,\"high\":0.509838}},"
                        + "{\"values\":{\"verification\":\"verified\",\"basedIn\":null},\"count\":2,\"of\":2,"
                        + "\"share\":{\"insufficient\":\"denominator\",\"found\":2,\"needed\":5}}]}");
    }

    @Test
    void counts_as_csv_and_lines() {
        assertThat(text(StatisticsFormat.CSV, COUNTS)).isEqualTo("""
                verification,basedIn,count,of,share,low,high,insufficient
                reported,US,2,10,0.200000,0.056682,0.509838,
                verified,,2,2,,,,denominator 2 of 5
                """.replace("\n", "\r\n"));
        assertThat(text(StatisticsFormat.NDJSON, COUNTS).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"verification\":"));
    }

    @Test
    void latencies_as_csv_have_a_row_for_each_step_and_one_for_what_is_insufficient() {
        Sample enough = Sample.of(List.of(
                Lasted.ended(1),
                Lasted.ended(1),
                Lasted.ended(3, OptionalLong.of(5)),
                Lasted.ended(3, OptionalLong.of(5)),
                Lasted.ended(3, OptionalLong.of(5))));
        Sample few = Sample.of(List.of(Lasted.lasting(9), Lasted.unknown()));
        LatencyTable table = new LatencyTable(
                new Latencies(
                        List.of(Dimension.VERIFICATION),
                        CaseFilter.all(),
                        7,
                        Map.of("reported", 3L),
                        List.of(
                                new Latencies.Group(List.of(Optional.of("corroborated")), enough, Survival.of(enough)),
                                new Latencies.Group(List.of(Optional.of("verified")), few, Survival.of(few)))),
                Optional.empty());

        assertThat(text(StatisticsFormat.CSV, table).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("verification,restrictions,ended,lasting,unknown,medianLeast,"),
                        line -> assertThat(line)
                                .startsWith("corroborated,5,5,0,0,3,5,")
                                .endsWith(",1,1,0.600000,5,5,"),
                        line -> assertThat(line).endsWith(",3,5,0.000000,3,3,"),
                        line -> assertThat(line).isEqualTo("verified,2,0,1,1,,,,,,,,,,ended 0 of 5"));
        assertThat(text(StatisticsFormat.JSON, table))
                .contains("\"leftOut\":{\"reported\":3}")
                .contains("\"survival\":{\"insufficient\":\"ended\",\"found\":0,\"needed\":5}");
    }

    private static Counted.Cell cell(String verification, Optional<String> basedIn, long count, long of) {
        return new Counted.Cell(List.of(Optional.of(verification), basedIn), count, of, Share.of(count, of));
    }

    private static String text(StatisticsFormat format, StatisticsTable table) {
        return new String(format.write(table, new ObjectMapper()), StandardCharsets.UTF_8);
    }
}

package org.lacuna.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.counts.Latencies;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;

/** What is expected of the founding record, out of the tables that came with it. */
final class FoundingRecord {
    private static final Path FOLDER = Path.of("../shared/record");

    /** Restrictions whose end nobody knows, or that ended by themselves: `fate` in the record. */
    private static final List<String> FATES = List.of(
            "facebook-bui-van-thuan-2020/r1",
            "facebook-bui-van-thuan-2020/r2",
            "linkedin-china-service-2021/r1",
            "linkedin-china-service-2021/r2",
            "linkedin-mok-2014/r1",
            "linkedin-lemish-2015/r1",
            "telegram-smart-voting-bot-2021/r1",
            "zoom-wang-dan-2020/r1");

    private FoundingRecord() {}

    /** The incidents that are public. */
    static List<String> incidents() {
        return rows("expected.csv").stream()
                .map(row -> row[0])
                .distinct()
                .sorted()
                .toList();
    }

    /** The steps of the curve of the restrictions of these cases, as the API shows them; empty if there is no curve. */
    static String steps(List<String> cases) {
        Map<String, Lasted> lasted = new LinkedHashMap<>();
        for (String[] row : rows("expected.csv")) {
            String restriction = row[1] + "/" + row[2];
            if (!cases.contains(row[1])) {
                continue;
            }
            if (row[5].equals("full")) {
                lasted.put(
                        restriction,
                        Lasted.ended(
                                Long.parseLong(row[6]),
                                row[7].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(row[7]))));
            } else {
                // the curve does not depend on how long after the last end it was censored
                lasted.putIfAbsent(restriction, FATES.contains(restriction) ? Lasted.unknown() : Lasted.lasting(9000));
            }
        }
        Sample sample = Sample.of(new ArrayList<>(lasted.values()));
        Latencies latencies = new Latencies(
                List.of(),
                CaseFilter.all(),
                0,
                Map.of(),
                List.of(new Latencies.Group(List.of(), sample, Survival.of(sample))));
        return new LatencyTable(latencies, Optional.empty())
                .json()
                .path("groups")
                .path(0)
                .path("survival")
                .path("steps")
                .toString();
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
}

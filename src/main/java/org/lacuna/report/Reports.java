package org.lacuna.report;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.publication.data.DataSet;
import org.lacuna.publication.data.DataSets;
import org.lacuna.shared.InvalidFile;

/** Every report that has a folder under {@code reports/}. Read once, at start: one wrong file and Lacuna does not start. */
@Startup
@Singleton
public class Reports {
    private final Map<String, Report> byId = new LinkedHashMap<>();
    private final DataSets dataSets;

    Reports(DataSets dataSets, Articles articles) {
        this.dataSets = dataSets;
        ReadReport reader = new ReadReport(this::dataSet, dataSets::check);
        List<ReportFolder> folders = ReportFolder.onClassPath();
        Set<String> names = folders.stream().map(ReportFolder::name).collect(Collectors.toSet());
        for (ReportFolder folder : folders) {
            byId.put(folder.name(), reader.read(folder.name(), folder.definition(), names));
            articles.add(folder);
        }
        ReadReport.checkPersons(all());
        checkIncludes(all());
    }

    /** What is included includes nothing itself, so there is no ring and no report within a report within a report. */
    static void checkIncludes(List<Report> reports) {
        Set<String> composed = reports.stream()
                .filter(report -> !report.includes().isEmpty())
                .map(Report::id)
                .collect(Collectors.toSet());
        for (Report report : reports) {
            report.includes().stream().filter(composed::contains).findFirst().ifPresent(inner -> {
                throw new InvalidFile(
                        "reports/" + report.id() + "/report.yaml",
                        "expected reports that include no others, found " + inner,
                        "Include what " + inner + " includes");
            });
        }
    }

    private DataSet dataSet(String name) {
        return dataSets.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a data set out of " + dataSets.names() + ", found '" + name + "'"));
    }

    /** All reports, by id. */
    public List<Report> all() {
        return List.copyOf(byId.values());
    }

    /** One report; empty if there is none of this name. */
    public Optional<Report> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}

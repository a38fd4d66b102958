package org.lacuna.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.DataSets;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import org.lacuna.statistics.GroupedCount;

/** Every report that has a folder under {@code reports/}. Read once, at start: one wrong file and Lacuna does not start. */
@Startup
@Singleton
class Reports {
    private final Map<String, Report> byId = new LinkedHashMap<>();
    private final Map<String, Template> pages = new LinkedHashMap<>();
    private final Engine engine;
    private final DataSets dataSets;
    private final Platforms platforms;
    private final Clock clock;

    Reports(Engine engine, DataSets dataSets, Platforms platforms, Clock clock) {
        this.engine = engine;
        this.dataSets = dataSets;
        this.platforms = platforms;
        this.clock = clock;
        ReportFolder.onClassPath().forEach(this::add);
    }

    private void add(ReportFolder folder) {
        byId.put(folder.name(), Report.read(folder.name(), folder.definition(), this::columns));
        pages.put(folder.name(), parse(folder));
    }

    List<String> columns(String dataSet) {
        return dataSets.columns(dataSet)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a data set out of " + dataSets.names() + ", found '" + dataSet + "'"));
    }

    Template parse(ReportFolder folder) {
        TextFile page = folder.page().under("reports/" + folder.name());
        try {
            // Without the type of the page nothing in it would be escaped.
            return engine.parse(page.text(), Variant.forContentType(Variant.TEXT_HTML), page.name());
        } catch (TemplateException wrong) {
            String where = wrong.getOrigin() == null
                    ? page.name()
                    : page.name() + ":" + wrong.getOrigin().getLine();
            throw new InvalidFile(
                    where, "expected a Qute template, found an error: " + wrong.getMessage(), "Correct it");
        }
    }

    /** All reports, by id. */
    List<Report> all() {
        return List.copyOf(byId.values());
    }

    Optional<Report> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The report with the figures of this moment. */
    Counted count(Report report) {
        return new Counted(
                report,
                new GroupedCount(report.countBy(), dataSets.read(report.data()).rows()),
                LocalDate.now(clock),
                platforms.all().stream().collect(Collectors.toMap(Platform::id, Platform::name)));
    }

    /** The report's article in HTML, without the frame of the site. */
    String article(Counted counted) {
        return pages.get(counted.report().id())
                .data("report", counted.report())
                .data("count", counted.count())
                .data("counted", counted.counted())
                .data("platforms", counted.platforms())
                .render();
    }
}

package org.lacuna.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.publication.data.Moment;
import org.lacuna.publication.editions.RendersEditions;
import org.lacuna.shared.Digest;

/** Renders editions in every format of their report. */
@Singleton
class RenderEditions implements RendersEditions {
    private static final Logger LOG = Logger.getLogger(RenderEditions.class);

    static final Map<String, String> MEDIA =
            Map.of("html", "text/html", "csv", "text/csv", "json", "application/json", "pdf", "application/pdf");

    private final Reports reports;
    private final CountReport count;
    private final RenderReport render;

    RenderEditions(Reports reports, CountReport count, RenderReport render) {
        this.reports = reports;
        this.count = count;
        this.render = render;
    }

    @Override
    public boolean knows(String report) {
        return reports.find(report).isPresent();
    }

    @Override
    public Made render(String id, Moment moment) {
        Report report = reports.find(id).orElseThrow();
        Counted counted = count.count(report, moment, any -> {});
        List<File> files = report.formats().stream()
                .flatMap(format -> file(counted, format).stream())
                .toList();
        return new Made(report.title(), figures(counted), files);
    }

    /** An edition without a PDF is better than none; the log says what is missing. */
    private Optional<File> file(Counted counted, String format) {
        try {
            return Optional.of(new File(format, MEDIA.get(format), render.render(counted, format)));
        } catch (Pdf.NotSet missing) {
            LOG.warnf("this edition of %s has no PDF: %s", counted.report().id(), missing.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Digest figures(String id, Moment moment) {
        return figures(count.count(reports.find(id).orElseThrow(), moment, any -> {}));
    }

    /** Another version of a template says the same figures. */
    private static Digest figures(Counted counted) {
        return Digest.of(Figures.csv(counted));
    }
}

package org.lacuna.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.page.chart.Chart;
import org.lacuna.page.chart.Picture;
import org.lacuna.shared.Spreadsheet;

/** A chart to take along: SVG, PNG, or its table as CSV (RFC 4180), each with a line that says where it is from. */
final class ChartFile {
    /** The formats, as a path ends. */
    static final String FORMAT = "{format: svg|png|csv}";

    private static final Logger LOG = Logger.getLogger(ChartFile.class);
    private static final String SHORTLY = "public, max-age=60";

    private ChartFile() {}

    /**
     * Where the page of a chart is, as it was read.
     *
     * @param path of the page below the root of the site
     * @param day at whose end it was read; empty for now
     */
    static URI page(URI root, String path, Optional<LocalDate> day) {
        return root.resolve(path + day.map(each -> "?asOf=" + each).orElse(""));
    }

    /**
     * The chart as a file.
     *
     * @param page the page it stands in
     * @throws ServiceUnavailableException for PNG where this machine has no fonts
     */
    static Response answer(Chart chart, String format, URI page) {
        String credit = chart.title() + ". Lacuna, " + page;
        return switch (format) {
            case "svg" -> response(chart.file(credit), "image/svg+xml;charset=UTF-8", chart, format);
            case "png" -> response(png(chart, credit), "image/png", chart, format);
            case "csv" -> response(csv(chart, credit), "text/csv;charset=UTF-8", chart, format);
            default -> throw new NotFoundException("A chart comes as svg, png or csv.");
        };
    }

    private static byte[] png(Chart chart, String credit) {
        try {
            return Picture.png(chart.file(credit));
        } catch (IllegalStateException noFonts) {
            LOG.warn(noFonts.getMessage());
            throw new ServiceUnavailableException("This server cannot draw letters just now. Take the SVG instead.");
        }
    }

    private static Response response(Object body, String media, Chart chart, String format) {
        return Response.ok(body, media)
                .header("Content-Disposition", "attachment; filename=\"" + chart.id() + "." + format + "\"")
                .header("Cache-Control", SHORTLY)
                .build();
    }

    private static String csv(Chart chart, String credit) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(chart.header());
            for (List<String> row : chart.rows()) {
                csv.writeRecord(row.stream().map(Spreadsheet::safe).toList());
            }
            csv.writeRecord(Spreadsheet.safe(credit));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can always be written", impossible);
        }
        return text.toString();
    }
}

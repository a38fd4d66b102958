package org.lacuna.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Turns a report's figures into the bytes of a format. The same figures are the same bytes, everywhere and always. */
@Singleton
class RenderReport {
    private final Articles articles;
    private final Pdf pdf;
    private final ObjectMapper json;

    RenderReport(Articles articles, Pdf pdf, ObjectMapper json) {
        this.articles = articles;
        this.pdf = pdf;
        this.json = json;
    }

    /**
     * @param format html (the article alone), csv, json or pdf
     * @throws Pdf.NotSet for a PDF, if a script in it has no font on this machine, or the renderer cannot do it
     */
    byte[] render(Counted counted, String format) {
        return switch (format) {
            case "html" -> bytes(articles.write(counted));
            case "csv" -> bytes(Figures.csv(counted));
            case "json" -> bytes(text(counted));
            case "pdf" -> pdf.set(counted, articles.write(counted));
            default ->
                throw new IllegalArgumentException("expected one of " + ReadReport.FORMATS + ", found " + format);
        };
    }

    /**
     * Finds out what can be known of a format before anything is counted.
     *
     * @throws Fonts.NoFont for a PDF, if this machine can set none at all
     */
    void check(String format) {
        if (format.equals("pdf")) {
            pdf.check();
        }
    }

    private String text(Counted counted) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(JsonFigures.json(counted)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("counts have no text that JSON could not hold", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

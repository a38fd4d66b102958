package org.lacuna.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.lacuna.publication.data.DataSets;

/** Renders as on a machine that has no fonts. */
@Singleton
public class WithoutFonts {
    private final Reports reports;
    private final CountReport count;
    private final Articles articles;
    private final ObjectMapper json;
    private final DataSets dataSets;

    WithoutFonts(Reports reports, CountReport count, Articles articles, ObjectMapper json, DataSets dataSets) {
        this.reports = reports;
        this.count = count;
        this.articles = articles;
        this.json = json;
        this.dataSets = dataSets;
    }

    /** @param empty a folder without any font */
    public RenderByHand looksIn(Path empty) {
        ReportSettings settings = new ReportSettings() {
            @Override
            public boolean works() {
                return false;
            }

            @Override
            public List<Path> fonts() {
                return List.of(empty);
            }

            @Override
            public String clock() {
                return "";
            }
        };
        return new RenderByHand(
                reports, count, new RenderReport(articles, new Pdf(new Fonts(settings)), json), dataSets);
    }

    /** @param empty a folder without any font */
    public RecomputeEdition recomputes(Path empty) {
        return new RecomputeEdition(looksIn(empty), json);
    }

    /** A renderer that breaks off in the middle, whatever it is given. */
    public RenderEditions breaksOff() {
        Pdf broken = new Pdf(null) {
            @Override
            byte[] set(Counted counted, String article) {
                throw new NotSet("expected the PDF renderer to set it, found that it broke off", null);
            }
        };
        return new RenderEditions(reports, count, new RenderReport(articles, broken, json));
    }
}

package org.lacuna.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** Writes the article of a report in HTML, without the frame of the site. */
@Singleton
class Articles {
    private static final int LOWEST = 6;

    private final Engine engine;
    private final Map<String, Template> pages = new ConcurrentHashMap<>();

    Articles(Engine engine) {
        this.engine = engine;
    }

    void add(ReportFolder folder) {
        pages.put(folder.name(), parse(folder));
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

    String write(Counted counted) {
        Map<String, Figure> parts = new LinkedHashMap<>();
        counted.figures().forEach(figure -> parts.put(figure.part().name(), figure));
        Map<String, String> included = new LinkedHashMap<>();
        counted.included().forEach(each -> included.put(each.report().id(), within(each)));
        TemplateInstance page = pages.get(counted.report().id())
                .data("report", counted.report())
                .data("parts", parts)
                .data("included", included)
                .data("counted", counted.day())
                .data("year", Part.year(counted.day()))
                .data("sequence", counted.sequence())
                .data("platforms", counted.platforms());
        Figure main = parts.get("");
        if (main != null) {
            page.data("count", main.count()).data("curves", main.curves()).data("main", main);
        }
        return page.render();
    }

    /** Its headings one level deeper, and its anchors under its own name. */
    private String within(Counted counted) {
        String id = counted.report().id();
        Document page = Jsoup.parseBodyFragment(write(counted));
        page.outputSettings().prettyPrint(false);
        Element article = page.body().child(0);
        for (int level = LOWEST - 1; level >= 1; level--) {
            article.select("h" + level).tagName("h" + (level + 1));
        }
        article.select("[id]").forEach(each -> each.attr("id", id + "-" + each.id()));
        article.select("a[href^=#]")
                .forEach(each ->
                        each.attr("href", "#" + id + "-" + each.attr("href").substring(1)));
        article.select("svg [href^=#]")
                .forEach(each ->
                        each.attr("href", "#" + id + "-" + each.attr("href").substring(1)));
        article.tagName("section").removeAttr("class").attr("id", id);
        return article.outerHtml();
    }
}

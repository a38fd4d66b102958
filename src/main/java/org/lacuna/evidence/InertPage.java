package org.lacuna.evidence;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What a public copy says, with nothing in it that could do anything: words and the plain structure of a page. No script,
 * style, form, frame, picture, link or address is left, and no attribute but the direction and language of a text and the
 * cells of a table. What cannot be read as text is not shown.
 *
 * @param html a fragment that may be put into any page; empty if nothing is shown
 * @param title of the page, as text
 */
public record InertPage(Kind kind, String html, String title, boolean cut) {
    /** What is shown. */
    public enum Kind {
        /** The words of a page. */
        PAGE,
        /** The text as it was sent. */
        TEXT,
        /** A page that shows no word without its scripts. */
        EMPTY_PAGE,
        /** Pictures, films and whatever else is no text. */
        NOT_TEXT
    }

    /** The most characters of a body that are looked at: what nobody reads to its end must not cost much to show. */
    static final int MOST = 1_000_000;

    private static final int BEGINNING = 4096;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Safelist HARMLESS = new Safelist()
            .addTags(
                    ("p div span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote"
                                    + " pre code em strong b i u s sub sup br hr small q cite abbr address article section"
                                    + " header footer main nav aside figure figcaption time bdi bdo ruby rt rp")
                            .split(" "))
            .addAttributes(":all", "lang", "dir")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan");

    /** What is shown of this copy. */
    public static InertPage of(OpenedCopy copy) {
        if (!isText(copy)) {
            return new InertPage(Kind.NOT_TEXT, "", "", false);
        }
        String whole = copy.text();
        boolean cut = whole.length() > MOST;
        String text = cut ? whole.substring(0, MOST) : whole;
        return copy.media().filter(PAGES::contains).isPresent()
                ? page(text, cut)
                : new InertPage(Kind.TEXT, "<pre class=\"code\" dir=\"auto\">" + escaped(text) + "</pre>", "", cut);
    }

    /** Whether the body of a copy can be read as text. */
    public static boolean isText(OpenedCopy copy) {
        String media = copy.media().orElse("");
        boolean said = media.startsWith("text/")
                || PAGES.contains(media)
                || media.matches("(application|image)/(.*\\+)?(json|xml|javascript|ecmascript|x-ndjson)");
        return said || media.isEmpty() && looksLikeText(copy.body());
    }

    private static boolean looksLikeText(byte[] body) {
        for (int i = 0; i < Math.min(body.length, BEGINNING); i++) {
            if (body[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static InertPage page(String text, boolean cut) {
        Document page = Jsoup.parse(text);
        for (Element picture : page.select("img[alt]")) {
            String instead = picture.attr("alt").strip();
            if (!instead.isEmpty()) {
                picture.replaceWith(new Element("span").text("[picture: " + instead + "]"));
            }
        }
        Document clean = new Cleaner(HARMLESS).clean(page);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        clean.select("[colspan], [rowspan]").forEach(InertPage::boundSpans);
        boolean says = clean.body().hasText();
        return new InertPage(
                says ? Kind.PAGE : Kind.EMPTY_PAGE, says ? clean.body().html() : "", page.title(), cut);
    }

    /** A cell as wide as a million others would keep the browser busy. */
    private static void boundSpans(Element cell) {
        for (String name : Set.of("colspan", "rowspan")) {
            if (cell.hasAttr(name) && !cell.attr(name).matches("[1-9][0-9]?")) {
                cell.removeAttr(name);
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\0", "\uFFFD");
    }
}

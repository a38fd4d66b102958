package org.lacuna.crawl.detect;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * What a person can read on a page. Scripts, templates and hidden parts carry messages that are ready for other
 * occasions: a healthy page may well contain “not available in your country” there.
 */
final class VisibleText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of(
            "head", "script", "style", "noscript", "template", "textarea", "svg", "iframe", "object", "datalist");

    private final StringBuilder text = new StringBuilder();

    private VisibleText() {}

    static String of(Document page) {
        VisibleText visible = new VisibleText();
        page.filter(visible);
        return visible.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (unseen(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            separate(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            separate(element);
        }
        return FilterResult.CONTINUE;
    }

    /** A block or a line break ends a word; a link or an emphasis does not. */
    private void separate(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            text.append(' ');
        }
    }

    private static boolean unseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.hasAttr("style")
                        && element.attr("style")
                                .toLowerCase(Locale.ROOT)
                                .replace(" ", "")
                                .contains("display:none");
    }
}

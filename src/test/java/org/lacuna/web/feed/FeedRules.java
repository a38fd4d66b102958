package org.lacuna.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the feed validators look at, as far as it can be wrong with us (RFC 4287 §4; JSON Feed 1.1). */
final class FeedRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private FeedRules() {}

    static Document atom(byte[] body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
        Element feed = document.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        once(feed, "id", "title", "updated");
        assertThat(children(feed, "author")).isNotEmpty();
        assertThat(children(feed, "link"))
                .filteredOn(link -> link.getAttribute("rel").equals("self"))
                .hasSize(1);
        links(feed);
        identifies(text(feed, "id"));
        OffsetDateTime updated = OffsetDateTime.parse(text(feed, "updated"));
        List<String> ids = new ArrayList<>();
        for (Element entry : children(feed, "entry")) {
            once(entry, "id", "title", "updated", "published", "summary", "content");
            assertThat(text(entry, "title")).isNotBlank();
            identifies(text(entry, "id"));
            ids.add(text(entry, "id"));
            links(entry);
            assertThat(children(entry, "link"))
                    .filteredOn(link -> link.getAttribute("rel").equals("alternate"))
                    .hasSize(1);
            OffsetDateTime published = OffsetDateTime.parse(text(entry, "published"));
            assertThat(OffsetDateTime.parse(text(entry, "updated"))).isBetween(published, updated);
            children(entry, "category")
                    .forEach(each -> assertThat(each.getAttribute("term")).isNotBlank());
        }
        assertThat(ids).doesNotHaveDuplicates();
        return document;
    }

    static void json(JsonNode feed) {
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("title").asText()).isNotBlank();
        absolute(feed.get("feed_url").asText());
        absolute(feed.get("home_page_url").asText());
        List<String> ids = new ArrayList<>();
        for (JsonNode item : feed.get("items")) {
            assertThat(item.get("id").isTextual()).isTrue();
            identifies(item.get("id").asText());
            ids.add(item.get("id").asText());
            absolute(item.get("url").asText());
            assertThat(item.get("content_html").asText()).isNotBlank();
            OffsetDateTime published =
                    OffsetDateTime.parse(item.get("date_published").asText());
            assertThat(OffsetDateTime.parse(item.get("date_modified").asText())).isAfterOrEqualTo(published);
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static void once(Element parent, String... names) {
        for (String name : names) {
            assertThat(children(parent, name)).as(name).hasSize(1);
        }
    }

    private static void links(Element parent) {
        List<String> kinds = new ArrayList<>();
        children(parent, "link").forEach(link -> {
            absolute(link.getAttribute("href"));
            kinds.add(link.getAttribute("rel") + " " + link.getAttribute("type"));
        });
        assertThat(kinds).doesNotHaveDuplicates();
    }

    /** RFC 4287 §4.2.6, RFC 4151 §2.1. */
    private static void identifies(String id) {
        assertThat(id).matches("tag:[a-z0-9.-]+,\\d{4}-\\d{2}-\\d{2}:\\S+");
        assertThat(URI.create(id).isAbsolute()).isTrue();
    }

    private static void absolute(String address) {
        assertThat(URI.create(address).isAbsolute()).as(address).isTrue();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }
}

package org.lacuna.web.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
    static final String MEDIA = "application/feed+json";

    private JsonFeed() {}

    static byte[] write(Feed feed, ObjectMapper json) {
        ObjectNode top = json.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("description", Feed.ABOUT)
                .put("home_page_url", feed.page())
                .put("feed_url", feed.json())
                .put("language", "en");
        top.putArray("authors").addObject().put("name", "Lacuna");
        ArrayNode items = top.putArray("items");
        for (Item item : feed.items()) {
            ObjectNode each = items.addObject()
                    .put("id", item.id())
                    .put("url", item.url())
                    .put("title", item.title())
                    .put("summary", item.summary())
                    .put("content_html", item.html())
                    .put("date_published", AtomFeed.moment(item.published()))
                    .put("date_modified", AtomFeed.moment(item.updated()));
            ArrayNode tags = each.putArray("tags");
            item.tags().forEach(tags::add);
        }
        try {
            return json.writeValueAsBytes(top);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree of texts can be written", impossible);
        }
    }
}

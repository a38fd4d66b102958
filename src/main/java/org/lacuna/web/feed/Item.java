package org.lacuna.web.feed;

import java.time.Instant;
import java.util.List;

/**
 * One change, as a feed reader shows it.
 *
 * @param id a tag URI (RFC 4151) that never changes
 * @param url absolute, of the page to read
 * @param html what changed, in words
 * @param summary the case in one sentence, without markup
 * @param updated when it last read otherwise; later than {@code published} if something in it was redacted
 * @param tags words to sort it by
 */
record Item(
        String id,
        String title,
        String url,
        String html,
        String summary,
        Instant published,
        Instant updated,
        List<String> tags) {
    Item {
        tags = List.copyOf(tags);
    }
}

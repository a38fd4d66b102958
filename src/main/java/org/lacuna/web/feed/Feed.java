package org.lacuna.web.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed, whatever format it is written in.
 *
 * @param id a tag URI that never changes, for one filter
 * @param page absolute address of the same list as a page
 * @param atom absolute address of the feed as Atom
 * @param json absolute address of the feed as JSON Feed
 * @param updated when the last of its items was; for none, a moment that never changes
 * @param items the newest first
 */
record Feed(String id, String title, String page, String atom, String json, Instant updated, List<Item> items) {
    static final String ABOUT =
            "What became public, was added, lifted, corrected or taken out. Claimed and observed are never mixed.";

    Feed {
        items = List.copyOf(items);
    }
}

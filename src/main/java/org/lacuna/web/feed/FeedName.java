package org.lacuna.web.feed;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Under what name the ids of our feeds are minted (RFC 4151): a feed reader that sees an item under another id shows it
 * again as new, so the name is drawn once and kept, whatever address the site has later.
 *
 * @param authority a host name
 * @param minted when it was drawn
 */
record FeedName(String authority, Instant minted) {
    /** The id of a thing of ours. */
    String id(String thing) {
        return "tag:" + authority + "," + minted.atOffset(ZoneOffset.UTC).toLocalDate() + ":" + thing;
    }
}

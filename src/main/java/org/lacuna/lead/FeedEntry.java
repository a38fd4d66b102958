package org.lacuna.lead;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a feed, made harmless.
 *
 * @param title plain text of at most 300 characters
 * @param url absolute, http or https, without fragment
 * @param published if the feed says so and it can be true
 * @param text what the entry says, title included, as plain text
 * @param links in what it says, absolute
 */
record FeedEntry(String title, URI url, Optional<Instant> published, String text, List<URI> links) {}

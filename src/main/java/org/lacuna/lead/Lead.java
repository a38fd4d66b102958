package org.lacuna.lead;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a feed suggests; a person decides whether it becomes a case.
 *
 * @param feed the feed's name in the list
 * @param title as plain text
 * @param url what it leads to, http or https
 * @param published as far as the feed says so and it can be true
 * @param language of the feed, a BCP 47 tag
 * @param words those of the feed's words that stood in it
 * @param about the first subject it links to of a platform we know
 */
public record Lead(
        UUID id,
        String feed,
        String title,
        URI url,
        Optional<Instant> published,
        String language,
        List<String> words,
        Optional<About> about) {
    public Lead {
        words = List.copyOf(words);
        if (title.isBlank() || words.isEmpty()) {
            throw new IllegalArgumentException("expected a title and the words that make it a lead, found none");
        }
    }

    /**
     * A subject.
     *
     * @param platform id of its definition
     * @param subject its id there
     */
    public record About(String platform, String subject) {}
}

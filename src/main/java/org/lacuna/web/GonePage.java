package org.lacuna.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lacuna.page.Spans;
import org.lacuna.page.Words;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Tombstone;

/** Answers for what is public no more: where it went, or that it was withdrawn, when and why, and not a word of it. */
final class GonePage {
    private GonePage() {}

    /** @param list where its kind is found, such as {@code /cases/} */
    static WebApplicationException of(PublicRecord.Gone gone, String list) {
        return gone.leadsTo()
                .map(slug -> new WebApplicationException(Response.status(Response.Status.PERMANENT_REDIRECT)
                        // a path alone: an absolute address would be made of a Host that the asker chose
                        .header(HttpHeaders.LOCATION, list + slug)
                        .header(HttpHeaders.CACHE_CONTROL, PageHeaders.SHORTLY)
                        .build()))
                .orElseGet(() -> new WebApplicationException(words(gone.tombstone()), Response.Status.GONE));
    }

    private static String words(Tombstone tombstone) {
        Optional<String> reason = tombstone.reason().map(word -> Words.of("redacted", word));
        return "This " + tombstone.kind() + " was withdrawn on " + Spans.day(tombstone.since()) + "."
                + reason.map(text -> " " + text).orElse("");
    }
}

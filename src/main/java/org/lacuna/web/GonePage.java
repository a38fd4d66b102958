package org.lacuna.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lacuna.page.Refused;
import org.lacuna.page.Say;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.Tombstone;

/** Answers for what is public no more: where it went, or that it was withdrawn, when and why, and not a word of it. */
final class GonePage {
    private GonePage() {}

    /** @param list where its kind is found, such as {@code /cases/} */
    static WebApplicationException of(PublicRecord.Gone gone, String list, Say say) {
        return gone.leadsTo()
                .map(slug -> new WebApplicationException(Response.status(Response.Status.PERMANENT_REDIRECT)
                        // a path alone: an absolute address would be made of a Host that the asker chose
                        .header(HttpHeaders.LOCATION, say.path(list + slug))
                        .header(HttpHeaders.CACHE_CONTROL, PageHeaders.SHORTLY)
                        .build()))
                .orElseGet(() -> Refused.with(Response.Status.GONE, words(gone.tombstone(), say), say));
    }

    private static String words(Tombstone tombstone, Say say) {
        Optional<String> reason = tombstone.reason().map(word -> say.word("redacted", word));
        return say.of("error.withdrawn." + tombstone.kind(), "day", say.day(tombstone.since()))
                + reason.map(text -> " " + text).orElse("");
    }
}

package org.lacuna.page;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.lacuna.shared.Problem;

/** Refuses a page in the language of its reader; any other refusal is told in English, and marked as such. */
public final class Refused {
    private Refused() {}

    /** @param words what was expected and what to do */
    public static WebApplicationException notFound(String words, Say say) {
        return with(Response.Status.NOT_FOUND, words, say);
    }

    /** @param words what was expected and what to do */
    public static WebApplicationException with(Response.Status status, String words, Say say) {
        return new WebApplicationException(Response.status(status)
                .entity(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), words))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, say.language().tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }
}

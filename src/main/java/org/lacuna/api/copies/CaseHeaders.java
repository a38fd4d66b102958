package org.lacuna.api.copies;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.api.access.CrossOrigin;
import org.lacuna.publication.Document;
import org.lacuna.publication.citation.Citation;

/** The headers of a case's document, for the REST resource and for copies alike. */
public final class CaseHeaders {
    /** What is redacted is gone from every cache after this: docs/api.md and docs/operations.md say so. */
    public static final String CACHE_CONTROL = "public, max-age=60";

    /** What an answer depends on beside its address: lists come in several forms. */
    public static final String VARY = "Accept, Accept-Encoding";

    private CaseHeaders() {}

    /**
     * What is to be cited is this version (RFC 8574).
     *
     * @param root of all addresses, with a slash at its end
     */
    public static String citeAs(URI root, String slug, Document document) {
        LocalDate day = document.changed().atOffset(ZoneOffset.UTC).toLocalDate();
        return "<" + Citation.permalink(root, slug, day) + ">; rel=\"cite-as\"";
    }

    /** Those of the answer 304 that are the same for every reader; the whole document has its type and length beside them. */
    static Map<String, String> of(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Origin", CrossOrigin.ORIGIN);
        headers.put("Access-Control-Expose-Headers", CrossOrigin.EXPOSED);
        headers.put("Cache-Control", CACHE_CONTROL);
        headers.put("ETag", "\"" + document.digest() + "\"");
        headers.put("Vary", VARY);
        return headers;
    }
}

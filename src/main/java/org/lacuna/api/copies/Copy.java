package org.lacuna.api.copies;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lacuna.publication.Document;

/** A document ready to be written: bytes and headers are made once. */
final class Copy {
    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json");
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final int NOT_MODIFIED = 304;

    private final Body body;
    private final String tag;
    private final List<Header> headers;
    private final Function<URI, CharSequence> link;
    private final Optional<CharSequence> fixedLink;
    private final Remembered remembered = new Remembered();

    /** A header in the form that is written fastest. */
    private record Header(CharSequence name, CharSequence value) {}

    /** @param site the root of all addresses, where the operator says it; else it is the one that was asked */
    Copy(String slug, Document document, Optional<URI> site) {
        link = root -> HttpHeaders.createOptimized(CaseHeaders.citeAs(root, slug, document));
        fixedLink = site.map(link);
        body = new Body(document.body());
        tag = "\"" + document.digest() + "\"";
        headers = CaseHeaders.of(document).entrySet().stream()
                .map(header -> new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
    }

    /** In bytes, about. */
    int weight() {
        return 2 * body.length() + Remembered.AROUND;
    }

    /** How it was handed out. */
    Remembered remembered() {
        return remembered;
    }

    /**
     * Answers a question.
     *
     * @param known the entity tag that the reader has
     * @param asked the root as the reader asked for it
     * @param gzip whether the reader surely takes that; for others the server decides
     */
    void write(
            HttpMethod method, Optional<String> known, Supplier<URI> asked, boolean gzip, HttpServerResponse response) {
        for (Header header : headers) {
            response.putHeader(header.name, header.value);
        }
        response.putHeader(LINK, fixedLink.orElseGet(() -> link.apply(asked.get())));
        if (known.filter(tag::equals).isPresent()) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, TYPE);
        if (method == HttpMethod.HEAD) {
            response.end();
            return;
        }
        body.write(gzip, response);
    }
}

package org.lacuna.api.copies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.lacuna.publication.Document;

/** A document ready to be written: bytes and headers are made once. */
final class Copy {
    private static final CharSequence TYPE = HttpHeaders.createOptimized("application/json");
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final int NOT_MODIFIED = 304;

    /** For so many questions the answer is kept as it was sent. A power of two. */
    private static final int ANSWERS = 4;

    /** What the cache's entry and all answers take beside the bytes of the body, about: each has its question and its head. */
    private static final int AROUND = 1_000 + ANSWERS * 1_800;

    private final Body plain;
    private final String tag;
    private final List<Header> headers;
    private final Function<URI, CharSequence> link;
    private final Optional<CharSequence> fixedLink;
    private final AtomicReferenceArray<Answered> answers = new AtomicReferenceArray<>(ANSWERS);
    private volatile Body compressed;

    private record Answered(Question question, Answer answer) {}

    /** A header in the form that is written fastest. */
    private record Header(CharSequence name, CharSequence value) {}

    /** Bytes and how many there are, as text. */
    private record Body(Buffer bytes, CharSequence length) {
        static Body of(byte[] bytes) {
            return new Body(Buffer.buffer(bytes), HttpHeaders.createOptimized(Integer.toString(bytes.length)));
        }
    }

    /** @param site the root of all addresses, where the operator says it; else it is the one that was asked */
    Copy(String slug, Document document, Optional<URI> site) {
        link = root -> HttpHeaders.createOptimized(CaseHeaders.citeAs(root, slug, document));
        fixedLink = site.map(link);
        plain = Body.of(document.body());
        tag = "\"" + document.digest() + "\"";
        headers = CaseHeaders.of(document).entrySet().stream()
                .map(header -> new Header(
                        HttpHeaders.createOptimized(header.getKey()), HttpHeaders.createOptimized(header.getValue())))
                .toList();
    }

    /** By gzip (RFC 1952), made when it is asked for first; should two make it, it is the same twice. */
    private Body compressed() {
        Body made = compressed;
        if (made == null) {
            made = Body.of(compressed(plain.bytes.getBytes()));
            compressed = made;
        }
        return made;
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    /** In bytes, about. */
    int weight() {
        return 2 * plain.bytes.length() + AROUND;
    }

    /** How exactly this question was answered, if that is remembered. */
    Optional<Answer> answer(Question question) {
        Answered known = answers.get(place(question));
        return known != null && known.question.equals(question) ? Optional.of(known.answer) : Optional.empty();
    }

    /** Remembers it in the place of another question, for as long as there is this copy. */
    void remember(Question question, Answer answer) {
        answers.set(place(question), new Answered(question, answer));
    }

    private static int place(Question question) {
        int hash = question.hashCode();
        return (hash ^ hash >>> 16) & ANSWERS - 1;
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
        Body body = gzip ? compressed() : plain;
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, body.length).end(body.bytes);
    }
}

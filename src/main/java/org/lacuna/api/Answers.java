package org.lacuna.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.publication.Document;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.Digest;

/** Puts documents into responses: bytes are copied, never parsed; every response has an entity tag (RFC 9110 §8.8.3). */
final class Answers {
    static final String JSON = MediaType.APPLICATION_JSON;

    private Answers() {}

    /** One document, or 304 if the reader has it already. */
    static Response document(Document document, Request request) {
        return tagged(document.body(), document.digest(), request).build();
    }

    /**
     * What is left of something that is public no more: a permanent redirect (RFC 9110 §15.4.9) to what it was merged
     * into, or 410 (§15.5.11). The body is the tombstone, so that whoever follows the changes learns what happened.
     *
     * @param list where its kind is found, such as {@code /api/v1/cases/}
     * @param query of the request, taken along
     */
    static Response gone(PublicRecord.Gone gone, String list, Optional<String> query) {
        Response.ResponseBuilder response = gone.leadsTo()
                .map(slug -> Response.status(Response.Status.PERMANENT_REDIRECT)
                        .header(
                                "Location",
                                list + slug + query.map(text -> "?" + text).orElse("")))
                .orElseGet(() -> Response.status(Response.Status.GONE));
        return tombstone(response, gone.document());
    }

    /** What is left of something that leads nowhere. */
    static Response gone(Document tombstone) {
        return tombstone(Response.status(Response.Status.GONE), tombstone);
    }

    private static Response tombstone(Response.ResponseBuilder response, Document tombstone) {
        return response.entity(tombstone.body())
                .type(JSON)
                .tag(new EntityTag(tombstone.digest().toString()))
                .build();
    }

    /**
     * A page of a list: {@code {"<name>":[…],"next":…,"total":…}}, with a {@code Link} to the next page (RFC 8288).
     *
     * @param name the list's own name
     */
    static Response page(String name, PublicRecord.Documents page, UriInfo uri, Request request) {
        return page(name, page, Document::body, uri, request);
    }

    /** @param body what is handed out of each document */
    static Response page(
            String name, PublicRecord.Documents page, Function<Document, byte[]> body, UriInfo uri, Request request) {
        Optional<String> next = page.next().map(cursor -> next(uri, "cursor", cursor));
        EntityTag tag = new EntityTag(tag(page, next, uri).toString());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        if (known != null) {
            return linked(known.tag(tag), next);
        }
        String start = "{\"" + name + "\":[";
        String end = "],\"next\":" + next.map(link -> "\"" + link + "\"").orElse("null") + ",\"total\":"
                + page.total().map(Object::toString).orElse("null") + "}";
        List<byte[]> bodies = page.documents().stream().map(body).toList();
        return linked(Response.ok(joined(start, bodies, end), JSON).tag(tag), next);
    }

    /** In one array of the right size: one that grows is copied over and over, a quarter of a million bytes at the end. */
    private static byte[] joined(String start, List<byte[]> items, String end) {
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        byte[] last = end.getBytes(StandardCharsets.UTF_8);
        int commas = Math.max(0, items.size() - 1);
        ByteBuffer all = ByteBuffer.allocate(
                first.length + items.stream().mapToInt(item -> item.length).sum() + commas + last.length);
        all.put(first);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                all.put((byte) ',');
            }
            all.put(items.get(i));
        }
        return all.put(last).array();
    }

    /**
     * Of what a page is made of. A digest of its bytes, a quarter of a million, cost more than all else that is done for it;
     * and who has the page already is told so before it is written.
     */
    private static Digest tag(PublicRecord.Documents page, Optional<String> next, UriInfo uri) {
        StringBuilder made = new StringBuilder(uri.getRequestUri().getRawPath());
        made.append('?').append(uri.getRequestUri().getRawQuery()).append(next).append(page.total());
        page.documents().forEach(document -> made.append(document.digest()));
        return Digest.of(made.toString());
    }

    private static Response linked(Response.ResponseBuilder response, Optional<String> next) {
        next.ifPresent(link -> response.header("Link", "<" + link + ">; rel=\"next\""));
        return response.build();
    }

    /** A page of a list that is written already. */
    static Response list(byte[] body, Optional<String> next, Request request) {
        return linked(tagged(body, Digest.of(body), request), next);
    }

    /** A tree as its bytes. */
    static byte[] bytes(ObjectMapper json, JsonNode tree) {
        try {
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be written", impossible);
        }
    }

    /** A relative link to this list with one parameter set anew. */
    static String next(UriInfo uri, String parameter, Object value) {
        UriBuilder builder = UriBuilder.fromPath(uri.getPath());
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals(parameter)) {
                values.forEach(
                        each -> builder.queryParam(name, "{" + name + "}").resolveTemplate(name, each));
            }
        });
        return builder.queryParam(parameter, value).build().toString();
    }

    static Response.ResponseBuilder tagged(byte[] body, Digest digest, Request request) {
        EntityTag tag = new EntityTag(digest.toString());
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return notModified != null
                ? notModified.tag(tag)
                : Response.ok(body, JSON).tag(tag);
    }
}

package org.lacuna.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.Digest;

/** Answers with a file, or with the part of it that was asked for (RFC 9110 §13 and §14). */
final class RangedAnswer {
    static final String ABOUT_RANGE = "The part that is wanted, such as `bytes=0-499` (RFC 9110 §14.2)";
    static final String ABOUT_IF_RANGE = "The entity tag that the part must be of; of another the whole is sent";

    private final Request request;
    private final Optional<String> range;
    private final Optional<String> ifRange;

    RangedAnswer(Request request, Optional<String> range, Optional<String> ifRange) {
        this.request = request;
        this.range = range;
        this.ifRange = ifRange;
    }

    /**
     * What is answered with.
     *
     * @param tag changes with the bytes
     * @param length in bytes
     * @param headers of its own
     */
    record File(String media, Digest tag, long length, Map<String, String> headers) {
        /** A file whose bytes have this digest, which is told too (RFC 9530). */
        static Map<String, String> digested(Digest bytes) {
            return Map.of(
                    "Repr-Digest",
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(bytes.hex()))
                            + ":");
        }
    }

    /** Puts some of the bytes into an answer. */
    interface Body {
        Response.ResponseBuilder put(Response.ResponseBuilder answer, ByteRange some);
    }

    Response of(File file, Body body) {
        EntityTag tag = new EntityTag(file.tag().toString());
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        if (notModified != null) {
            return headers(notModified, file, tag).build();
        }
        boolean stale = ifRange.filter(known -> !known.equals("\"" + tag.getValue() + "\""))
                .isPresent();
        ByteRange.Asked asked = ByteRange.of(stale ? Optional.empty() : range, file.length());
        if (asked instanceof ByteRange.Unsatisfiable) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + file.length())
                    .tag(tag)
                    .build();
        }
        if (asked instanceof ByteRange.Part part) {
            ByteRange some = part.range();
            Response.ResponseBuilder answer = Response.status(Response.Status.PARTIAL_CONTENT)
                    .header("Content-Range", "bytes " + some.from() + "-" + some.to() + "/" + file.length());
            return body.put(headers(answer, file, tag), some).build();
        }
        return body.put(headers(Response.ok(), file, tag), new ByteRange(0, file.length() - 1))
                .build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, File file, EntityTag tag) {
        file.headers().forEach(answer::header);
        return answer.type(file.media())
                .tag(tag)
                .header("Accept-Ranges", "bytes")
                // what is redacted or withdrawn is gone from every cache after this, so nothing here is called
                // immutable
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "ETag, Content-Range, Accept-Ranges, Repr-Digest");
    }
}

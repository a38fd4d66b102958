package org.lacuna.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lacuna.publication.captures.OfferedCapture;
import org.lacuna.publication.captures.PublicCaptures;
import org.lacuna.shared.Digest;

/** Answers with a file that is made as it is sent, or with the part of it that was asked for (RFC 9110 §14). */
final class RangedAnswer {
    static final String WACZ = "application/wacz";

    private final Request request;
    private final Optional<String> range;
    private final Optional<String> ifRange;

    RangedAnswer(Request request, Optional<String> range, Optional<String> ifRange) {
        this.request = request;
        this.range = range;
        this.ifRange = ifRange;
    }

    /** @param tag changes with the bytes */
    record File(String name, String media, Digest tag) {}

    /** Of a file that is packed of these: the same as long as its bytes are. */
    static Digest tag(List<OfferedCapture> captures) {
        StringBuilder made = new StringBuilder();
        captures.forEach(capture -> made.append(capture.record())
                .append(capture.copy())
                .append(capture.published())
                .append(capture.url())
                .append('\n'));
        return Digest.of(made.toString());
    }

    Response of(File file, byte[] bytes, UnaryOperator<Response.ResponseBuilder> more) {
        return known(file).orElseGet(() -> {
            ByteRange.Asked asked = asked(file, bytes.length);
            if (asked instanceof ByteRange.Part part) {
                ByteRange some = part.range();
                return more.apply(part(file, some, bytes.length)
                                .entity(Arrays.copyOfRange(bytes, (int) some.from(), (int) some.to() + 1)))
                        .build();
            }
            return asked instanceof ByteRange.Unsatisfiable
                    ? unsatisfiable(bytes.length)
                    : more.apply(headers(Response.ok(bytes), file)).build();
        });
    }

    Response of(File file, PublicCaptures.Packed packed) {
        return known(file).orElseGet(() -> {
            long length = packed.length();
            ByteRange.Asked asked = asked(file, length);
            if (asked instanceof ByteRange.Unsatisfiable) {
                return unsatisfiable(length);
            }
            boolean whole = !(asked instanceof ByteRange.Part);
            ByteRange some = asked instanceof ByteRange.Part part ? part.range() : new ByteRange(0, length - 1);
            StreamingOutput body = out -> packed.writeTo(new Window(out, some));
            return (whole ? headers(Response.ok(), file) : part(file, some, length))
                    .entity(body)
                    .header(HttpHeaders.CONTENT_LENGTH, some.length())
                    .build();
        });
    }

    private Optional<Response> known(File file) {
        EntityTag tag = new EntityTag(file.tag().toString());
        return Optional.ofNullable(request.evaluatePreconditions(tag))
                .map(response -> headers(response, file).build());
    }

    private ByteRange.Asked asked(File file, long length) {
        boolean stale =
                ifRange.filter(known -> !known.equals("\"" + file.tag() + "\"")).isPresent();
        return ByteRange.of(stale ? Optional.empty() : range, length);
    }

    private static Response.ResponseBuilder part(File file, ByteRange some, long length) {
        return headers(Response.status(Response.Status.PARTIAL_CONTENT), file)
                .header("Content-Range", "bytes " + some.from() + "-" + some.to() + "/" + length);
    }

    private static Response unsatisfiable(long length) {
        return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                .header("Content-Range", "bytes */" + length)
                .build();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, File file) {
        return response.type(file.media())
                .tag(new EntityTag(file.tag().toString()))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                // what is withdrawn is gone from every cache after this
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "ETag, Content-Range, Accept-Ranges, Repr-Digest");
    }

    /** Lets through what lies within a range. */
    private static final class Window extends FilterOutputStream {
        private final ByteRange some;
        private long at;

        Window(OutputStream out, ByteRange some) {
            super(out);
            this.some = some;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            long first = Math.max(at, some.from());
            long last = Math.min(at + length - 1, some.to());
            if (first <= last) {
                out.write(bytes, (int) (from + first - at), (int) (last - first + 1));
            }
            at += length;
        }
    }
}

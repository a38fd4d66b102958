package org.lacuna.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.publication.captures.OfferedCapture;
import org.lacuna.publication.captures.PublicCaptures;
import org.lacuna.shared.Digest;

/** Copies of captures as files that a browser saves. */
final class CaptureFiles {
    private CaptureFiles() {}

    /** One copy, whose digest is told. */
    static Response warc(RangedAnswer answer, String name, Digest copy, byte[] bytes) {
        Map<String, String> headers = new HashMap<>(RangedAnswer.File.digested(copy));
        headers.putAll(saved(name));
        return answer.of(
                new RangedAnswer.File("application/gzip", copy, bytes.length, headers),
                (response, some) -> response.entity(Arrays.copyOfRange(bytes, (int) some.from(), (int) some.to() + 1)));
    }

    /** Copies in one file, which is packed as it is sent. */
    static Response wacz(
            RangedAnswer answer, String name, List<OfferedCapture> captures, PublicCaptures.Packed packed) {
        return answer.of(
                new RangedAnswer.File("application/wacz", tag(captures), packed.length(), saved(name)),
                (response, some) -> {
                    StreamingOutput body = out -> packed.writeTo(new Window(out, some));
                    return response.entity(body).header(HttpHeaders.CONTENT_LENGTH, some.length());
                });
    }

    private static Map<String, String> saved(String name) {
        return Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** Of a file that is packed of these: the same as long as its bytes are. */
    private static Digest tag(List<OfferedCapture> captures) {
        StringBuilder made = new StringBuilder();
        captures.forEach(capture -> made.append(capture.record())
                .append(capture.copy())
                .append(capture.published())
                .append(capture.url())
                .append('\n'));
        return Digest.of(made.toString());
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

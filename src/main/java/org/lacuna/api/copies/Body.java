package org.lacuna.api.copies;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Bytes that are handed out again and again, as they are or by gzip (RFC 1952). */
final class Body {
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    private final Coded plain;
    private volatile Coded compressed;

    Body(byte[] bytes) {
        plain = Coded.of(bytes);
    }

    /** Bytes and how many there are, as text. */
    private record Coded(Buffer bytes, CharSequence length) {
        static Coded of(byte[] bytes) {
            return new Coded(Buffer.buffer(bytes), HttpHeaders.createOptimized(Integer.toString(bytes.length)));
        }
    }

    /** As they are. */
    int length() {
        return plain.bytes.length();
    }

    /** Sends them, and ends the answer. */
    void write(boolean gzip, HttpServerResponse response) {
        Coded body = gzip ? compressed() : plain;
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, body.length).end(body.bytes);
    }

    /** Made when it is asked for first; should two make it, it is the same twice. */
    private Coded compressed() {
        Coded made = compressed;
        if (made == null) {
            made = Coded.of(compressed(plain.bytes.getBytes()));
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
}

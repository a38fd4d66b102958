package org.lacuna.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.lacuna.fetch.Answer;

/** Answers to keep. */
public final class Exchanges {
    static final URI ASKED = URI.create("https://site.example/old");
    static final URI ANSWERED = URI.create("https://site.example/u/ana?tab=all");
    static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");
    static final String REQUEST =
            "GET /u/ana?tab=all HTTP/1.1\r\nHost: site.example\r\nUser-Agent: Mozilla/5.0 (Lacuna)\r\n\r\n";

    private Exchanges() {}

    /** A page that answered. */
    public static Answer page(String page) {
        return answer(
                ANSWERED,
                200,
                "OK",
                AT,
                gzip(page),
                "Content-Type: text/html; charset=utf-8",
                "Content-Encoding: gzip",
                "ETag: \"1\"");
    }

    static Answer redirected(String page) {
        return answer(
                ASKED, 200, "OK", AT, gzip(page), "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip");
    }

    static Answer answer(URI asked, int status, String reason, Instant at, byte[] content, String... headerLines) {
        List<String> lines = new ArrayList<>(List.of(headerLines));
        if (status != 304) {
            lines.add("Content-Length: " + content.length);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(("HTTP/1.1 " + status + " " + reason + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        response.writeBytes(content);
        return Answer.kept(
                asked,
                ANSWERED,
                status,
                headers,
                content,
                new Answer.Exchange(REQUEST.getBytes(StandardCharsets.ISO_8859_1), response.toByteArray()),
                at);
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return zipped.toByteArray();
    }
}

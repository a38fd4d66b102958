package org.lacuna.fetch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes an answer of what a browser showed. Its body is the document after the scripts have run: no server has sent these
 * bytes, and the header {@code Lacuna-Rendered} says so wherever the exchange is kept. Header lines that told how the
 * server's own bytes were packed are left out, and a server's line of our name is too.
 */
final class BrowserAnswer {
    /** Names the browser that made the body. */
    static final String RENDERED = "Lacuna-Rendered";

    private static final Set<String> OF_THE_BYTES = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "content-md5",
            "content-digest",
            "transfer-encoding",
            "trailer",
            RENDERED.toLowerCase(Locale.ROOT));

    private BrowserAnswer() {}

    /** @throws FetchFailure TOO_LARGE if the document is larger than the cap in UTF-8 */
    static Answer of(URI asked, BrowserVisit.Rendered shown, Instant at, int maxBody) throws FetchFailure {
        byte[] body = shown.document().getBytes(StandardCharsets.UTF_8);
        if (body.length > maxBody) {
            throw BrowserFailures.tooLarge(maxBody);
        }
        BrowserDocuments.Seen seen = shown.seen();
        List<Map.Entry<String, String>> lines = new ArrayList<>(seen.headers().stream()
                .filter(line -> !OF_THE_BYTES.contains(line.getKey().toLowerCase(Locale.ROOT)))
                .toList());
        lines.add(Map.entry("Content-Type", "text/html; charset=utf-8"));
        lines.add(Map.entry("Content-Length", String.valueOf(body.length)));
        lines.add(Map.entry(RENDERED, shown.browser()));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        lines.forEach(line -> headers.computeIfAbsent(line.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(line.getValue()));
        return new Answer(
                asked,
                shown.address(),
                seen.status(),
                headers,
                body,
                new Answer.Exchange(request(shown), response(seen, lines, body)),
                at);
    }

    private static byte[] request(BrowserVisit.Rendered shown) {
        URI url = shown.address();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        lines.add(Map.entry("Host", url.getRawAuthority()));
        lines.addAll(shown.seen().requested());
        return head(shown.seen().method() + " " + url.getRawPath() + query + " HTTP/1.1", lines);
    }

    private static byte[] response(BrowserDocuments.Seen seen, List<Map.Entry<String, String>> lines, byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head("HTTP/1.1 " + seen.status() + " " + seen.reason(), lines));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static byte[] head(String start, List<Map.Entry<String, String>> lines) {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        lines.forEach(line ->
                head.append(line.getKey()).append(": ").append(line.getValue()).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

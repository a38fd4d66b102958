package org.lacuna.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Writes down messages as they went over the wire, for the archive. The client library hands over header lines one
 * character per byte, and so they are written. A decoded transfer coding takes its header along and leaves the length
 * in its place (RFC 9112 §7.1.3): a reader would otherwise decode it again.
 */
final class Wire {
    private static final String END = "\r\n";
    private static final Set<String> REPLACED = Set.of("transfer-encoding", "content-length", "trailer");

    private Wire() {}

    static byte[] request(HttpRequest request) {
        StringBuilder head = new StringBuilder()
                .append(request.getMethod())
                .append(' ')
                .append(request.getRequestUri())
                .append(" HTTP/1.1")
                .append(END);
        for (Header header : request.getHeaders()) {
            line(head, header);
        }
        return head.append(END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Status line, headers and an empty line of a response whose content has so many bytes. */
    static byte[] head(HttpResponse response, int length) {
        StringBuilder head = new StringBuilder(512)
                .append(response.getVersion())
                .append(' ')
                .append(response.getCode())
                .append(' ')
                .append(response.getReasonPhrase() == null ? "" : response.getReasonPhrase())
                .append(END);
        boolean chunked = response.containsHeader("transfer-encoding");
        for (Header header : response.getHeaders()) {
            if (!chunked || !REPLACED.contains(header.getName().toLowerCase(Locale.ROOT))) {
                line(head, header);
            }
        }
        if (chunked) {
            head.append("Content-Length: ").append(length).append(END);
        }
        return head.append(END).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many bytes of a response in one piece are its head, the empty line included; all if there is none. */
    static int headLength(byte[] response) {
        for (int i = 3; i < response.length; i++) {
            if (response[i] == '\n' && response[i - 1] == '\r' && response[i - 2] == '\n' && response[i - 3] == '\r') {
                return i + 1;
            }
        }
        return response.length;
    }

    /** Names in lower case, values in the order received. */
    static Map<String, List<String>> headers(HttpResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static void line(StringBuilder head, Header header) {
        head.append(header.getName())
                .append(": ")
                .append(header.getValue() == null ? "" : header.getValue())
                .append(END);
    }
}

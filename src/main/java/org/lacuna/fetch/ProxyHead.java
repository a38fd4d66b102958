package org.lacuna.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The start line and header lines of one message (RFC 9112 §2.1), one character per byte.
 *
 * @param start without its line end
 * @param lines the header lines as received, in order
 */
record ProxyHead(String start, List<String> lines) {
    /** As much as a browser itself takes of a server. */
    private static final int MOST_BYTES = 256 * 1024;

    /** Lines for the next hop alone (RFC 9110 §7.6.1), and whatever a proxy and its client say to each other. */
    private static final Set<String> THIS_HOP = Set.of("connection", "keep-alive", "te", "trailer", "upgrade");

    /**
     * Reads up to the empty line and not a byte further.
     *
     * @throws ProtocolException if the head is too large, ends early or has a line without a name
     */
    static ProxyHead read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> lines = new ArrayList<>();
        int total = 0;
        for (int next = in.read(); ; next = in.read()) {
            if (next < 0 || ++total > MOST_BYTES) {
                throw new ProtocolException("expected the head of a message");
            }
            if (next != '\n') {
                bytes.write(next);
                continue;
            }
            String line = bytes.toString(StandardCharsets.ISO_8859_1);
            bytes.reset();
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                return of(lines);
            }
            lines.add(line);
        }
    }

    private static ProxyHead of(List<String> lines) throws ProtocolException {
        if (lines.isEmpty()) {
            throw new ProtocolException("expected a start line");
        }
        List<String> headers = List.copyOf(lines.subList(1, lines.size()));
        if (headers.stream().anyMatch(line -> line.indexOf(':') <= 0 || line.charAt(0) <= ' ')) {
            throw new ProtocolException("expected header lines with a name");
        }
        return new ProxyHead(lines.get(0), headers);
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return lines.stream()
                .filter(line -> name(line).equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /** The lines that go on to the next hop. */
    List<String> passedOn() {
        List<String> named =
                List.of(header("connection").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"));
        return lines.stream()
                .filter(line -> !THIS_HOP.contains(name(line)) && !named.contains(name(line)))
                .filter(line -> !name(line).startsWith("proxy-"))
                .toList();
    }

    /** A head of a start line and lines, the connection ending with the message. */
    static byte[] closing(String start, List<String> lines) {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        lines.forEach(line -> head.append(line).append("\r\n"));
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String name(String line) {
        return line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }
}

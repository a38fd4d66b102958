package org.lacuna.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A complete HTTP answer at the end of all redirects (RFC 9110).
 *
 * @param asked the URL that was asked for
 * @param answered the URL that answered, after redirects
 * @param status three digits; 0 if a stored capture does not say
 * @param headers names in lower case, values in the order received
 * @param body the content after transfer and content decoding; treat as read-only
 * @param exchange the last request and response as sent, for the archive
 * @param at when the answer was complete
 */
public record Answer(
        URI asked,
        URI answered,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        Exchange exchange,
        Instant at)
        implements Fetched {

    /**
     * An answer from what was received or kept: undoes the content coding that the headers name.
     *
     * @param content the body without transfer coding, content coding still on
     * @param maxBody the most bytes that any layer of coding may unpack to
     * @throws FetchFailure TOO_LARGE or BROKEN_ANSWER
     */
    static Answer received(
            URI asked,
            URI answered,
            int status,
            Map<String, List<String>> headers,
            byte[] content,
            Exchange exchange,
            Instant at,
            int maxBody)
            throws FetchFailure {
        byte[] body = ContentCoding.decode(content, headers.getOrDefault("content-encoding", List.of()), maxBody);
        return new Answer(asked, answered, status, headers, body, exchange, at);
    }

    /**
     * An answer read back from where it was kept.
     *
     * @param content the body without transfer coding, content coding still on
     * @throws IllegalArgumentException if the content is not in the coding that the headers name
     */
    public static Answer kept(
            URI asked,
            URI answered,
            int status,
            Map<String, List<String>> headers,
            byte[] content,
            Exchange exchange,
            Instant at) {
        try {
            return received(asked, answered, status, headers, content, exchange, at, Integer.MAX_VALUE);
        } catch (FetchFailure unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The body as text: by the header's charset, a byte order mark, or what the page itself declares. */
    public String text() {
        return Charsets.decode(body, header("content-type"));
    }

    /**
     * The bytes of one request and its response as they went over the wire, transfer coding removed.
     *
     * @param request request line, headers and an empty line
     * @param response status line, headers, an empty line and the body before content decoding
     */
    public record Exchange(byte[] request, byte[] response) {}
}

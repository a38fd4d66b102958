package org.lacuna.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A complete HTTP answer at the end of all redirects (RFC 9110).
 *
 * @param asked the URL that was asked for
 * @param answered the URL that answered, after redirects
 * @param status three digits; 0 if a stored capture does not say; 304 with an empty body if we asked for a change alone
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
     * @throws FetchFailure TOO_LARGE, BROKEN_ANSWER or TIMED_OUT
     */
    static Answer received(
            URI asked,
            URI answered,
            int status,
            Map<String, List<String>> headers,
            byte[] content,
            Exchange exchange,
            Instant at,
            int maxBody,
            Deadline deadline)
            throws FetchFailure {
        byte[] body =
                ContentCoding.decode(content, headers.getOrDefault("content-encoding", List.of()), maxBody, deadline);
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
            Deadline patient = new Deadline(Duration.ofHours(1));
            return received(asked, answered, status, headers, content, exchange, at, Integer.MAX_VALUE, patient);
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

    /** Whether another URL than the one asked for answered in the end. */
    public boolean redirected() {
        return !answered.equals(asked) && !answered.equals(Urls.plain(asked));
    }

    /**
     * How long the server asks to be left alone (Retry-After, RFC 9110 §10.2.3), with status 429 or 503 only. The
     * fetcher keeps to it by itself.
     *
     * @param now from when on the time counts if the header says a date
     * @return not negative; empty if there is no such wish, or one that cannot be read
     */
    public Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.of(status, headers.getOrDefault("retry-after", List.of()), now);
    }

    /**
     * The bytes of one request and its response as they went over the wire, transfer coding removed. The arrays are
     * not copied: treat them as read-only.
     *
     * @param request request line, headers and an empty line
     * @param head status line, headers and an empty line
     * @param content the body before content decoding; the same array as the answer's body if it had no coding
     */
    public record Exchange(byte[] request, byte[] head, byte[] content) {
        /** From a response in one piece; the head ends with its first empty line. */
        public Exchange(byte[] request, byte[] response) {
            this(
                    request,
                    Arrays.copyOf(response, Wire.headLength(response)),
                    Arrays.copyOfRange(response, Wire.headLength(response), response.length));
        }

        /** Head and content in one piece: a copy. */
        public byte[] response() {
            byte[] whole = Arrays.copyOf(head, head.length + content.length);
            System.arraycopy(content, 0, whole, head.length, content.length);
            return whole;
        }
    }
}

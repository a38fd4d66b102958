package org.lacuna.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * How often and where a subject's page is read.
 *
 * @param page the URL with {@code {id}} where the subject's id goes; {@code {id}} alone where the id is the whole URL
 * @param every between two checks of one subject
 * @param atMostPerMinute how many requests a minute this platform may see from us
 */
public record FetchPlan(String page, Duration every, int atMostPerMinute) {
    static final String ID = "{id}";
    private static final String KEPT = "-._~!$'()*,;:@/?=";
    private static final Set<String> CLIMBING = Set.of(".", "..");

    public FetchPlan {
        if (!page.equals(ID) && !(page.startsWith("https://") && page.contains(ID))) {
            throw new IllegalArgumentException("expected an https URL with {id} in it, found '" + page + "'");
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("expected at least a minute between checks, found " + every);
        }
        if (atMostPerMinute < 1) {
            throw new IllegalArgumentException("expected at least 1 per minute, found " + atMostPerMinute);
        }
    }

    /**
     * The page of one subject. What may stand in a path or query stays (RFC 3986 §3.3, §3.4), everything else is
     * percent-encoded as UTF-8 (§2.1), so an id may hold {@code /} or {@code watch?v=} but can never add a parameter.
     *
     * @throws IllegalArgumentException if the id would climb out of the page's path, or is no URL where one is needed
     */
    public URI pageOf(String id) {
        if (page.equals(ID)) {
            return URI.create(id);
        }
        if (id.isEmpty() || Arrays.stream(id.split("[/?]")).anyMatch(CLIMBING::contains)) {
            throw new IllegalArgumentException("expected a subject's id, found '" + id + "'");
        }
        return URI.create(page.replace(ID, encoded(id)));
    }

    private static String encoded(String id) {
        StringBuilder out = new StringBuilder();
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}

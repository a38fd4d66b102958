package org.lacuna.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often and where a subject's page is read.
 *
 * @param page the URL with {@code {id}} where the subject's id goes; {@code {id}} alone where the id is the whole URL;
 *     {@code https://{host}/…{name}} where the id is a host and, after a slash, a name there
 * @param byIdentity the same for a subject's stable id, where the platform has such a page
 * @param every between two checks of one subject
 * @param atMostPerMinute how many requests a minute this platform may see from us
 * @param browser whether the page says nothing before its scripts have run, so that a browser must read it
 */
public record FetchPlan(
        String page, Optional<String> byIdentity, Duration every, int atMostPerMinute, boolean browser) {
    static final String ID = "{id}";
    private static final String HOST = "https://{host}/";
    private static final String NAME = "{name}";
    private static final Pattern AT_HOST = Pattern.compile("([a-z0-9-]+(?:\\.[a-z0-9-]+)+)/(.+)");
    private static final String KEPT = "-._~!$'()*,;:@/?=";
    private static final Set<String> CLIMBING = Set.of(".", "..");

    public FetchPlan {
        if (!page.equals(ID) && !(page.startsWith(HOST) && page.contains(NAME))) {
            needsId(page);
        }
        byIdentity.ifPresent(FetchPlan::needsId);
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("expected at least a minute between checks, found " + every);
        }
        if (atMostPerMinute < 1) {
            throw new IllegalArgumentException("expected at least 1 per minute, found " + atMostPerMinute);
        }
    }

    /** Without a page for stable ids, by plain HTTP. */
    public FetchPlan(String page, Duration every, int atMostPerMinute) {
        this(page, Optional.empty(), every, atMostPerMinute, false);
    }

    private static void needsId(String page) {
        if (!page.startsWith("https://") || !page.contains(ID)) {
            throw new IllegalArgumentException("expected an https URL with {id} in it, found '" + page + "'");
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
        if (!plain(id)) {
            throw new IllegalArgumentException("expected a subject's id, found '" + id + "'");
        }
        return URI.create(page.startsWith(HOST) ? atHost(id) : page.replace(ID, encoded(id)));
    }

    /** A host that could smuggle in a port, a user or a path is none. */
    private String atHost(String id) {
        Matcher parts = AT_HOST.matcher(id);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a host, a slash and a name, found '" + id + "'");
        }
        return page.replace("{host}", parts.group(1)).replace(NAME, encoded(parts.group(2)));
    }

    /** The page of a subject by its stable id; empty if there is none, or the id would climb out of its path. */
    public Optional<URI> pageOfIdentity(String id) {
        return byIdentity.filter(page -> plain(id)).map(page -> URI.create(page.replace(ID, encoded(id))));
    }

    private static boolean plain(String id) {
        return !id.isEmpty() && Arrays.stream(id.split("[/?]")).noneMatch(CLIMBING::contains);
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

package org.lacuna.publication.captures;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as captures are looked up by it: {@code http} and {@code https} are one, a host has no capitals, the usual
 * port goes without saying, and what stands behind {@code #} was never sent to a server.
 *
 * @param key what is compared
 */
record LookedUp(String key) {
    /** A host may have a line below in its name, which no URI of Java has; so the authority is taken apart here. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?([^@:]+|\\[[^]]*])(?::([0-9]{0,5}))?");

    private static final Set<String> USUAL = Set.of("", "80", "443");

    /** @throws IllegalArgumentException if it is not the address of a web page; the message says what was expected */
    static LookedUp of(String url) {
        try {
            URI uri = new URI(url);
            Matcher authority =
                    AUTHORITY.matcher(Optional.ofNullable(uri.getRawAuthority()).orElse(""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || !authority.matches()) {
                throw notOne();
            }
            String port = Optional.ofNullable(authority.group(2)).orElse("");
            return new LookedUp("//" + authority.group(1).toLowerCase(Locale.ROOT)
                    + (USUAL.contains(port) ? "" : ":" + port)
                    + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                    + Optional.ofNullable(uri.getRawQuery())
                            .map(query -> "?" + query)
                            .orElse(""));
        } catch (URISyntaxException odd) {
            throw notOne();
        }
    }

    private static IllegalArgumentException notOne() {
        return new IllegalArgumentException(
                "expected the whole address of a web page, such as https://example.org/page, percent-encoded where it"
                        + " must be");
    }
}

package org.lacuna.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;

/** Which URLs we ask at all, and where a redirect leads (RFC 3986 §5, RFC 9110 §10.2.2). */
final class Urls {
    private static final Pattern HOST = Pattern.compile("^((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)([^/?#:@\\[]+)");

    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:^|\\.)(?:[0-9]+|0[xX][0-9A-Fa-f]*)$");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private Urls() {}

    /**
     * The URL as it is asked: without fragment, with a path, its host in lower case.
     *
     * @throws FetchFailure REFUSED_URL, saying what was expected
     */
    static URI checked(URI url, AddressGuard guard) throws FetchFailure {
        Optional<Objection> objection = objection(url, guard);
        if (objection.isPresent()) {
            throw new FetchFailure(NoAnswer.Reason.REFUSED_URL, objection.get().sentence());
        }
        return plain(url);
    }

    /** Why we never ask it; empty if we may. */
    static Optional<Objection> objection(URI url, AddressGuard guard) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return refused("a URL that starts with http:// or https://", scheme.isEmpty() ? "none" : scheme + ":");
        }
        if (url.getRawUserInfo() != null) {
            return refused("a URL without user name and password", "one with them");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return refused("a URL with a host name", "none");
        }
        String host = url.getHost();
        if (host.length() > 253 || host.indexOf('%') >= 0 || oddNumber(host)) {
            return refused("a host name, or an address in its usual spelling", "another spelling");
        }
        int port = port(url);
        return guard.knowsPort(port) ? Optional.empty() : refused("port 80 or 443", String.valueOf(port));
    }

    /**
     * Whether a host is an IPv4 address in one of the spellings that some resolvers read and others do not, such as
     * 0x7f.1, 017700000001 or 127.1 (WHATWG URL §3.5). Nobody links to a page like that in good faith.
     */
    private static boolean oddNumber(String host) {
        String trimmed = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NUMBER_AT_END.matcher(trimmed).find() && !IPV4.matcher(trimmed).matches();
    }

    /** The same URL without fragment, with a path, its scheme and host in lower case; itself if it has no host. */
    static URI plain(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            return url;
        }
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String authority = url.getHost().toLowerCase(Locale.ROOT) + (url.getPort() < 0 ? "" : ":" + url.getPort());
        return URI.create(URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + authority + path + query)
                .toASCIIString());
    }

    /** The port that is asked: the URL's own, or that of its scheme. */
    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** Scheme, host and port: what a robots.txt and a delay belong to. */
    static String origin(URI checked) {
        return checked.getScheme() + "://" + checked.getHost() + ":" + port(checked);
    }

    /**
     * Where a Location header leads. Servers send spaces, raw UTF-8 and international host names there; they mean what
     * a browser makes of them.
     *
     * @param location as received, one character per byte
     */
    static URI redirect(URI from, String location) throws FetchFailure {
        try {
            String bytes = new String(location.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return URIUtils.resolve(from, new URI(escaped(asciiHost(bytes))));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw new FetchFailure(NoAnswer.Reason.BROKEN_ANSWER, "expected a URL to be redirected to, found none");
        }
    }

    private static String asciiHost(String url) {
        Matcher host = HOST.matcher(url);
        return host.find() ? host.group(1) + IDN.toASCII(host.group(2)) + url.substring(host.end()) : url;
    }

    private static String escaped(String url) {
        StringBuilder escaped = new StringBuilder(url.length());
        for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c <= ' ' || c >= 127 || "\"<>\\^`{|}".indexOf(c) >= 0) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static Optional<Objection> refused(String expected, String found) {
        return Optional.of(new Objection(expected, found));
    }
}

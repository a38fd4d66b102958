package org.lacuna.fetch;

import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser asks of its proxy: a tunnel to a host, or one plain request (RFC 9112 §3.2).
 *
 * @param method as sent; {@code CONNECT} for a tunnel
 * @param authority host and port as written, for the Host header
 * @param host a name, or an address without brackets
 * @param path where in the host; empty for a tunnel
 */
record ProxyTarget(String method, String authority, String host, int port, String path) {
    private static final String AUTHORITY = "(([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?)";
    private static final Pattern TUNNEL = Pattern.compile("CONNECT " + AUTHORITY + " HTTP/1\\.1");
    private static final Pattern PLAIN =
            Pattern.compile("([A-Z]{1,20}) http://" + AUTHORITY + "([/?][^ #]*)? HTTP/1\\.1");

    /** @throws ProtocolException if the request line is neither, or names another scheme */
    static ProxyTarget of(String requestLine) throws ProtocolException {
        Matcher tunnel = TUNNEL.matcher(requestLine);
        if (tunnel.matches() && tunnel.group(3) != null) {
            return new ProxyTarget("CONNECT", tunnel.group(1), bare(tunnel.group(2)), port(tunnel.group(3)), "");
        }
        Matcher plain = PLAIN.matcher(requestLine);
        if (!plain.matches() || plain.group(1).equals("CONNECT")) {
            throw new ProtocolException("expected CONNECT host:port, or a method and an http:// URL");
        }
        String path = plain.group(5) == null ? "/" : plain.group(5);
        return new ProxyTarget(
                plain.group(1),
                plain.group(2),
                bare(plain.group(3)),
                plain.group(4) == null ? 80 : port(plain.group(4)),
                path.startsWith("?") ? "/" + path : path);
    }

    boolean tunnel() {
        return method.equals("CONNECT");
    }

    private static int port(String digits) throws ProtocolException {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new ProtocolException("expected a port");
        }
        return port;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}

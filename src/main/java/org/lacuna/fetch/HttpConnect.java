package org.lacuna.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The client's side of an HTTP CONNECT (RFC 9110 §9.3.6), for http URLs as well: the name stays in our own request. */
final class HttpConnect {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])(?: .*)?");

    private HttpConnect() {}

    /**
     * Asks for a connection to this address and reads no byte beyond the proxy's own words.
     *
     * @throws ProxyFailure if the proxy refuses, or is none
     */
    static void connect(
            InputStream in, OutputStream out, InetSocketAddress target, Optional<Exit.Credentials> credentials)
            throws IOException {
        String address = target.getAddress().getHostAddress();
        String authority =
                (target.getAddress() instanceof Inet6Address ? "[" + address + "]" : address) + ":" + target.getPort();
        String login = credentials
                .map(pair -> "Proxy-Authorization: Basic " + encoded(pair) + "\r\n")
                .orElse("");
        String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + login + "\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        int status = status(in);
        while (status < 200) {
            status = status(in);
        }
        if (status == 407) {
            throw new ProxyFailure("expected the proxy to accept our user and password, and it did not");
        }
        if (status >= 300) {
            throw new ProxyFailure("expected the proxy to connect us, and it said: status " + status);
        }
    }

    private static String encoded(Exit.Credentials pair) {
        return Base64.getEncoder()
                .encodeToString((pair.user() + ":" + pair.password()).getBytes(StandardCharsets.UTF_8));
    }

    /** Byte by byte: what follows the empty line belongs to whoever is at the other end. */
    private static int status(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0 || head.length() == LONGEST_HEAD) {
                throw new ProxyFailure("expected an answer in HTTP, and the proxy hung up or spoke too long");
            }
            head.append((char) next);
        }
        Matcher line = STATUS.matcher(head.substring(0, head.indexOf("\r\n")));
        if (!line.matches()) {
            throw new ProxyFailure("expected an HTTP proxy, found something else");
        }
        return Integer.parseInt(line.group(1));
    }
}

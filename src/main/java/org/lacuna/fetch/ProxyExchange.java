package org.lacuna.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ClientProtocolException;

/**
 * One plain request and its response, each on a connection of its own. A second request would need a second look at its
 * host; so both sides are told that the connection ends, and nothing that follows the request's body is passed on.
 */
final class ProxyExchange {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");

    private ProxyExchange() {}

    static void of(
            ProxyTarget target, ProxyHead asked, InputStream in, OutputStream out, Socket server, ProxyMeter meter)
            throws IOException {
        long length = length(asked);
        OutputStream to = server.getOutputStream();
        meter.write(to, request(target, asked));
        meter.copy(in, to, length);
        InputStream from = new BufferedInputStream(server.getInputStream());
        meter.write(out, response(from));
        meter.copy(from, out, Long.MAX_VALUE);
    }

    private static byte[] request(ProxyTarget target, ProxyHead asked) {
        List<String> lines = new ArrayList<>();
        // the host that was checked, not whatever else the browser's page may have named (RFC 9112 §3.2.2)
        lines.add("Host: " + target.authority());
        asked.passedOn().stream()
                .filter(line -> !ProxyHead.name(line).equals("host"))
                .forEach(lines::add);
        return ProxyHead.closing(target.method() + " " + target.path() + " HTTP/1.1", lines);
    }

    private static long length(ProxyHead asked) throws ProtocolException {
        // browsers send a length; whoever sends something else could hide a second request in it
        List<String> lengths = asked.lines().stream()
                .filter(line -> ProxyHead.name(line).equals("content-length"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
        boolean plain = lengths.size() <= 1
                && Stream.concat(lengths.stream(), Stream.of("0")).allMatch(text -> text.matches("[0-9]{1,15}"));
        if (!plain || asked.header("transfer-encoding").isPresent()) {
            throw new ProtocolException("expected a request with one length");
        }
        return lengths.isEmpty() ? 0 : Long.parseLong(lengths.get(0));
    }

    private static byte[] response(InputStream from) throws IOException {
        while (true) {
            ProxyHead head = ProxyHead.read(from);
            Matcher status = STATUS.matcher(head.start());
            // 407 in a server's name would be taken for ours; no request of ours asks for another protocol
            if (!status.matches()
                    || status.group(1).equals("407")
                    || status.group(1).equals("101")) {
                throw new ClientProtocolException("expected an answer in HTTP/1");
            }
            if (!status.group(1).startsWith("1")) {
                return ProxyHead.closing(head.start(), head.passedOn());
            }
        }
    }
}

package org.lacuna.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lacuna.shared.Background;

/**
 * The one way out of a browser, for one visit. It listens on loopback and lets through who knows the visit's password,
 * so that no other user of the machine can borrow it. Every host is looked up by us and every address checked; the
 * connection goes to an address that was checked. It logs nothing.
 *
 * <p>To a plain request it never answers in its own words, because the browser would show them as the page: what is
 * refused is cut.
 */
final class FilteringProxy implements AutoCloseable {
    private static final String USER = "visit";
    private static final Duration HEAD = Duration.ofSeconds(5);

    /** Strangers may knock too; so many at a time are heard. */
    private static final int MOST_OPEN = 512;

    private static final String UNKNOWN_CLIENT =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"visit\"\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final AddressGuard guard;
    private final ProxyMeter meter;
    private final Duration silence;
    private final Duration head;
    private final ServerSocket door;
    private final String password;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, FetchFailure> failures = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Background.threads("browser-proxy"));
    private final ScheduledExecutorService alarms = Background.timer("browser-proxy-alarm");

    FilteringProxy(AddressGuard guard, ProxyMeter meter, Duration silence) throws IOException {
        this(guard, meter, silence, HEAD);
    }

    /** @param head how long a client may take to say what it wants */
    FilteringProxy(AddressGuard guard, ProxyMeter meter, Duration silence, Duration head) throws IOException {
        this.guard = guard;
        this.meter = meter;
        this.silence = silence;
        this.head = head;
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        this.password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        this.door = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /** Whether the visit has used up its bytes or connections. */
    boolean spent() {
        return meter.spent();
    }

    /** Why the last connection to this host came to nothing, if one did. */
    Optional<FetchFailure> failure(String host, int port) {
        return Optional.ofNullable(failures.get(key(host, port)));
    }

    private static String key(String host, int port) {
        return host.replaceAll("[\\[\\]]", "") + " " + port;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (open.size() >= MOST_OPEN || !started(client)) {
                    client.close();
                }
            } catch (IOException closed) {
                // the door is shut, or one client went away before it was let in
            }
        }
    }

    private boolean started(Socket client) {
        try {
            open.add(client);
            threads.execute(() -> serve(client));
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            var alarm = alarms.schedule(() -> cut(client), head.toMillis(), TimeUnit.MILLISECONDS);
            ProxyHead asked = ProxyHead.read(in);
            alarm.cancel(false);
            ProxyTarget target = ProxyTarget.of(asked.start());
            if (!known(asked)) {
                out.write(UNKNOWN_CLIENT.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            meter.connection();
            try (Socket server = connected(target)) {
                if (target.tunnel()) {
                    tunnel(in, out, client, server);
                } else {
                    server.setSoTimeout((int) silence.toMillis());
                    ProxyExchange.of(target, asked, in, out, server, meter);
                }
            } catch (IOException failed) {
                failures.put(key(target.host(), target.port()), Failures.of(failed));
                if (target.tunnel()) {
                    out.write("HTTP/1.1 502 No Way There\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException | RejectedExecutionException ended) {
            // the browser sees a connection that ended; there is nobody else to tell
        } finally {
            open.remove(client);
        }
    }

    private boolean known(ProxyHead asked) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.US_ASCII));
        String found = asked.header("proxy-authorization").orElse("");
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.ISO_8859_1), found.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Connects to the first checked address that answers. */
    private Socket connected(ProxyTarget target) throws IOException {
        if (target.host().isEmpty()) {
            throw new UnknownHostException("no host");
        }
        IOException last = new ProtocolException("no address");
        for (InetSocketAddress address : guard.resolve(target.host(), target.port())) {
            Socket server = new Socket();
            open.add(server);
            try {
                server.connect(address, (int) silence.toMillis());
                server.setTcpNoDelay(true);
                return server;
            } catch (IOException failed) {
                last = failed;
                cut(server);
            }
        }
        throw last;
    }

    private void tunnel(InputStream in, OutputStream out, Socket client, Socket server) throws IOException {
        out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        threads.execute(() -> {
            try {
                meter.copy(in, server.getOutputStream(), Long.MAX_VALUE);
                server.shutdownOutput();
            } catch (IOException ended) {
                cut(server);
                cut(client);
            }
        });
        try {
            meter.copy(server.getInputStream(), out, Long.MAX_VALUE);
        } catch (IOException ended) {
            // a tunnel that was open ends as every connection does; it is no failure of the host
        }
        cut(server);
        cut(client);
    }

    private void cut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it was closed already
        }
    }

    /** Shuts the door and cuts every connection. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException gone) {
            // it was shut already
        }
        threads.shutdown();
        alarms.shutdownNow();
        open.forEach(this::cut);
    }
}

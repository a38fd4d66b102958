package org.lacuna.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A web server on loopback that sends exactly the bytes a test wants, however wrong. Any {@code *.example} host leads
 * here. Without a page for a path it answers 404.
 */
public final class LocalOrigin implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Future<Void> accepting;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, String> resets = new ConcurrentHashMap<>();
    private volatile Reply garbage = out -> {};
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Writes a whole response. */
    public interface Reply {
        void to(OutputStream out) throws Exception;
    }

    /** On any free port. */
    public LocalOrigin() {
        this(0);
    }

    public LocalOrigin(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new IllegalStateException("expected port " + port + " to be free", taken);
        }
        accepting = threads.submit(this::accept);
    }

    private Void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket visitor = socket.accept();
            threads.submit(() -> serve(visitor));
        }
        return null;
    }

    private Void serve(Socket visitor) throws Exception {
        try (visitor) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            in.mark(1);
            int first = in.read();
            if (first < 0) {
                return null;
            }
            in.reset();
            boolean http = first >= 'A' && first <= 'Z';
            for (String line = http ? in.readLine() : "no HTTP";
                    line != null && !line.isEmpty();
                    line = http ? in.readLine() : "") {
                request.append(line).append("\r\n");
            }
            if (request.length() == 0) {
                return null;
            }
            requests.add(request.toString());
            if (!request.toString().startsWith("GET ")) {
                garbage.to(visitor.getOutputStream());
                return null;
            }
            String path = request.toString().split(" ")[1];
            if (resets.containsKey(path)) {
                visitor.getOutputStream().write(resets.get(path).getBytes(StandardCharsets.ISO_8859_1));
                visitor.setSoLinger(true, 0);
                return null;
            }
            replies.getOrDefault(path, page(404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8)))
                    .to(visitor.getOutputStream());
            visitor.getOutputStream().flush();
            visitor.shutdownOutput();
        }
        return null;
    }

    public LocalOrigin at(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    public LocalOrigin html(String path, String html) {
        return at(path, page(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    public LocalOrigin redirect(String path, String location) {
        return at(path, page(302, "text/plain", new byte[0], "Location: " + location));
    }

    /** A well-formed response that ends with the connection. */
    public static Reply page(int status, String type, byte[] body, String... headers) {
        return out -> {
            out.write(("HTTP/1.1 " + status + " Because\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\n"
                            + List.of(headers).stream()
                                    .map(header -> header + "\r\n")
                                    .reduce("", String::concat)
                            + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    /** What to send to a visitor who does not speak HTTP, but starts a TLS handshake. */
    LocalOrigin onGarbage(Reply reply) {
        garbage = reply;
        return this;
    }

    /** Sends this and resets the connection. */
    LocalOrigin resetting(String path, String start) {
        resets.put(path, start);
        return this;
    }

    /** These bytes and no others. */
    public static Reply raw(String response) {
        return out -> out.write(response.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Request heads in the order received. */
    public List<String> requests() {
        return requests;
    }

    /** How often a path was asked for. */
    public long visits(String path) {
        return requests.stream()
                .filter(request -> request.startsWith("GET " + path + " "))
                .count();
    }

    public URI url(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    public URI url(String path) {
        return url("site.example", path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            // the port is free only when nobody waits at it any more
            accepting.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException closed) {
            // as it should be
        } catch (InterruptedException | TimeoutException stuck) {
            throw new IllegalStateException("expected the local server to stop", stuck);
        }
        threads.shutdownNow();
    }
}

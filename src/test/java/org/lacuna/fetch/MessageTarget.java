package org.lacuna.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Somebody's server on loopback that messages are sent to. What it does with them can be told by path: take them, fail,
 * hang, redirect, answer without end.
 */
public final class MessageTarget implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Future<Void> accepting;
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicLong flooded = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A message as it arrived; header names in lower case. */
    public record Received(String path, Map<String, String> headers, String body) {}

    /** How a path behaves. */
    public interface Manner {
        void answer(Received message, OutputStream out) throws Exception;
    }

    /** @param port 0 for any free one */
    public MessageTarget(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        accepting = threads.submit(() -> {
            while (!socket.isClosed()) {
                Socket visitor = socket.accept();
                threads.submit(() -> serve(visitor));
            }
            return null;
        });
    }

    private Void serve(Socket visitor) throws Exception {
        try (visitor) {
            InputStream in = new BufferedInputStream(visitor.getInputStream());
            String request = line(in);
            if (request.isEmpty()) {
                return null;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.merge(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            Received message = new Received(request.split(" ")[1], headers, new String(body, StandardCharsets.UTF_8));
            received.add(message);
            manners.getOrDefault(message.path(), status(404)).answer(message, visitor.getOutputStream());
            visitor.getOutputStream().flush();
        }
        return null;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    public MessageTarget at(String path, Manner manner) {
        manners.put(path, manner);
        return this;
    }

    /** Answers with this status and nothing else. */
    public static Manner status(int status, String... headers) {
        return answer(status, "", headers);
    }

    public static Manner answer(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (message, out) -> {
            out.write(
                    ("HTTP/1.1 " + status + " Because\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n"
                                    + String.join(
                                            "",
                                            List.of(headers).stream()
                                                    .map(each -> each + "\r\n")
                                                    .toList()) + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
        };
    }

    /** Says nothing until it is closed. */
    public Manner hang() {
        return (message, out) -> closing.await(60, TimeUnit.SECONDS);
    }

    /** Answers 200 and ten gigabytes, as far as anybody reads them. */
    public Manner flood() {
        return (message, out) -> {
            byte[] some = new byte[1 << 16];
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < 10_000_000_000L && !socket.isClosed(); sent += some.length) {
                out.write(some);
                flooded.addAndGet(some.length);
            }
        };
    }

    /** How many bytes of floods were sent. */
    public long flooded() {
        return flooded.get();
    }

    public List<Received> received() {
        return received;
    }

    public List<Received> received(String path) {
        return received.stream().filter(each -> each.path().equals(path)).toList();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public URI url(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
        try {
            accepting.get(10, TimeUnit.SECONDS);
        } catch (Exception closed) {
            // as it should be
        }
        threads.shutdownNow();
    }
}

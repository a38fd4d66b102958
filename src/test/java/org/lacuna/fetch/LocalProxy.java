package org.lacuna.fetch;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy on loopback that speaks HTTP CONNECT and SOCKS5, notes what it is asked for, and can be told to refuse. */
final class LocalProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile String httpReply = "HTTP/1.1 200 Connection established\r\n\r\n";
    private volatile int socksReply;
    private volatile boolean silent;

    LocalProxy() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(() -> {
            while (true) {
                Socket visitor = socket.accept();
                threads.submit(() -> serve(visitor));
            }
        });
    }

    private Void serve(Socket visitor) throws IOException {
        try (visitor) {
            DataInputStream in = new DataInputStream(visitor.getInputStream());
            int first = in.readUnsignedByte();
            if (silent) {
                visitor.getInputStream().readAllBytes();
                return null;
            }
            if (first == 5) {
                socks(in, visitor.getOutputStream());
            } else {
                http((char) first, in, visitor.getOutputStream());
            }
        }
        return null;
    }

    private void socks(DataInputStream in, OutputStream out) throws IOException {
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, methods[0]});
        if (methods[0] == 2) {
            in.readUnsignedByte();
            String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
            logins.add(user + ":" + new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8));
            out.write(new byte[] {1, 0});
        }
        in.readNBytes(3);
        int kind = in.readUnsignedByte();
        byte[] address = in.readNBytes(kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte());
        int port = in.readUnsignedShort();
        asked.add(
                kind == 3
                        ? new String(address, StandardCharsets.UTF_8)
                        : InetAddress.getByAddress(address).getHostAddress() + ":" + port);
        out.write(new byte[] {5, (byte) socksReply, 0, 1, 0, 0, 0, 0, 0, 0});
        if (socksReply == 0) {
            tunnel(in, out, port);
        }
    }

    private void http(char first, InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder().append(first);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String target = head.toString().split(" ")[1];
        asked.add(target);
        head.toString()
                .lines()
                .filter(line -> line.startsWith("Proxy-Authorization"))
                .forEach(logins::add);
        out.write(httpReply.getBytes(StandardCharsets.US_ASCII));
        if (httpReply.contains(" 200 ")) {
            tunnel(in, out, Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
        }
    }

    private void tunnel(InputStream in, OutputStream out, int port) throws IOException {
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
            threads.submit(() -> in.transferTo(origin.getOutputStream()));
            origin.getInputStream().transferTo(out);
        }
    }

    /** What was asked for, in writing. */
    List<String> asked() {
        return asked;
    }

    List<String> logins() {
        return logins;
    }

    LocalProxy answering(String httpReply) {
        this.httpReply = httpReply;
        return this;
    }

    LocalProxy answering(int socksReply) {
        this.socksReply = socksReply;
        return this;
    }

    LocalProxy silent() {
        silent = true;
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}

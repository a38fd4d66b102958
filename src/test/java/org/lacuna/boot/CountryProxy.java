package org.lacuna.boot;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on loopback that goes on from an address of its own, as one in another country would. It speaks HTTP CONNECT
 * (RFC 9110 §9.3.6) and SOCKS5 without login (RFC 1928), and leads to one server only, so that nothing leaves this
 * machine.
 */
final class CountryProxy implements AutoCloseable {
    private static final byte NOT_ALLOWED = 2;

    private final ServerSocket socket;
    private final InetAddress from;
    private final InetSocketAddress only;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Begins to listen on any free port of 127.0.0.1.
     *
     * @param from the address that the server sees
     * @param only the server that may be reached
     */
    CountryProxy(String from, InetSocketAddress only) throws IOException {
        this.from = InetAddress.getByName(from);
        this.only = only;
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.submit(() -> {
            while (true) {
                Socket visitor = socket.accept();
                threads.submit(() -> serve(visitor));
            }
        });
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private Void serve(Socket visitor) throws IOException {
        try (visitor) {
            DataInputStream in = new DataInputStream(visitor.getInputStream());
            int first = in.readUnsignedByte();
            if (first == 5) {
                socks(in, visitor.getOutputStream());
            } else {
                http(in, visitor.getOutputStream());
            }
        }
        return null;
    }

    private void socks(DataInputStream in, OutputStream out) throws IOException {
        in.readNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, 0});
        in.readNBytes(3);
        int kind = in.readUnsignedByte();
        byte[] address = in.readNBytes(kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte());
        int port = in.readUnsignedShort();
        boolean allowed = kind != 3 && only.equals(new InetSocketAddress(InetAddress.getByAddress(address), port));
        out.write(new byte[] {5, allowed ? 0 : NOT_ALLOWED, 0, 1, 0, 0, 0, 0, 0, 0});
        if (allowed) {
            tunnel(in, out);
        }
    }

    private void http(InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        boolean allowed =
                head.toString().split(" ")[1].equals(only.getAddress().getHostAddress() + ":" + only.getPort());
        out.write(("HTTP/1.1 " + (allowed ? "200 Connected" : "403 Not Allowed") + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        if (allowed) {
            tunnel(in, out);
        }
    }

    private void tunnel(InputStream in, OutputStream out) throws IOException {
        try (Socket onward = new Socket(only.getAddress(), only.getPort(), from, 0)) {
            threads.submit(() -> in.transferTo(onward.getOutputStream()));
            onward.getInputStream().transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}

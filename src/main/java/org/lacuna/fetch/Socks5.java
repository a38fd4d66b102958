package org.lacuna.fetch;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The client's side of a SOCKS5 CONNECT (RFC 1928) with user and password (RFC 1929). */
final class Socks5 {
    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int USER_AND_PASSWORD = 2;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private Socks5() {}

    /**
     * Asks for a connection to this address and reads no byte beyond the proxy's own words.
     *
     * @throws ProxyFailure if the proxy refuses, or is none
     */
    static void connect(
            InputStream in, OutputStream out, InetSocketAddress target, Optional<Exit.Credentials> credentials)
            throws IOException {
        DataInputStream answers = new DataInputStream(in);
        try {
            greet(answers, out, credentials);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            byte[] address = target.getAddress().getAddress();
            request.write(new byte[] {VERSION, 1, 0, (byte) (address.length == 4 ? IPV4 : IPV6)});
            request.write(address);
            request.write(target.getPort() >> 8);
            request.write(target.getPort());
            out.write(request.toByteArray());
            out.flush();
            readReply(answers);
        } catch (EOFException ended) {
            throw new ProxyFailure("expected an answer in SOCKS5, and the proxy hung up");
        }
    }

    private static void greet(DataInputStream in, OutputStream out, Optional<Exit.Credentials> credentials)
            throws IOException {
        int method = credentials.isPresent() ? USER_AND_PASSWORD : NO_AUTHENTICATION;
        out.write(new byte[] {VERSION, 1, (byte) method});
        out.flush();
        expect(in.readUnsignedByte() == VERSION, "expected a SOCKS5 proxy, found something else");
        expect(in.readUnsignedByte() == method, "expected the proxy to accept our way of logging in, and it did not");
        if (credentials.isPresent()) {
            ByteArrayOutputStream login = new ByteArrayOutputStream();
            login.write(1);
            for (String part :
                    new String[] {credentials.get().user(), credentials.get().password()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                login.write(bytes.length);
                login.write(bytes);
            }
            out.write(login.toByteArray());
            out.flush();
            in.readUnsignedByte();
            expect(in.readUnsignedByte() == 0, "expected the proxy to accept our user and password, and it did not");
        }
    }

    private static void readReply(DataInputStream in) throws IOException {
        expect(in.readUnsignedByte() == VERSION, "expected an answer in SOCKS5, found something else");
        int reply = in.readUnsignedByte();
        expect(reply == 0, "expected the proxy to connect us, and it said: " + meaning(reply));
        in.readUnsignedByte();
        // the address that the proxy speaks from: of no use to us, but it has to be read to its end
        int length =
                switch (in.readUnsignedByte()) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> in.readUnsignedByte();
                    default -> throw new ProxyFailure("expected an answer in SOCKS5, found something else");
                };
        in.readFully(new byte[length + 2]);
    }

    private static String meaning(int reply) {
        return switch (reply) {
            case 1 -> "general failure";
            case 2 -> "not allowed";
            case 3 -> "network unreachable";
            case 4 -> "host unreachable";
            case 5 -> "connection refused";
            case 6 -> "time to live expired";
            case 7 -> "command not supported";
            case 8 -> "kind of address not supported";
            default -> "reply " + reply;
        };
    }

    private static void expect(boolean holds, String detail) throws ProxyFailure {
        if (!holds) {
            throw new ProxyFailure(detail);
        }
    }
}

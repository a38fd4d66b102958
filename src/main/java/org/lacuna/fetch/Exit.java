package org.lacuna.fetch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * How a request leaves this machine. Several exits at once are normal: one for each vantage. Whatever the exit, names
 * are resolved and checked here, and a proxy is asked for the checked address alone; its own address is the operator's
 * choice and the only one that is not checked.
 *
 * @param kind what is spoken to the proxy, if there is one
 * @param host name or address of the proxy; empty for a direct exit
 * @param port of the proxy; 0 for a direct exit
 * @param credentials what the proxy wants to see. Tor keeps a circuit of its own for each pair
 */
public record Exit(Kind kind, String host, int port, Optional<Credentials> credentials) {
    /** No proxy. */
    public static final Exit DIRECT = new Exit(Kind.DIRECT, "", 0, Optional.empty());

    /** What is spoken to the proxy. */
    public enum Kind {
        /** Nothing: there is none. */
        DIRECT,
        /** CONNECT (RFC 9110 §9.3.6), for http URLs too. */
        HTTP_PROXY,
        /** SOCKS version 5 (RFC 1928), with user and password (RFC 1929) if there are credentials. */
        SOCKS5
    }

    public Exit {
        boolean direct = kind == Kind.DIRECT;
        if (direct != host.isEmpty() || direct != (port == 0) || direct && credentials.isPresent()) {
            throw new IllegalArgumentException("expected a proxy with host and port, or a direct exit with neither");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("expected a proxy's port between 1 and 65535, found " + port);
        }
        if (!host.chars().allMatch(c -> c > ' ' && c < 127 && c != '/' && c != '@')) {
            throw new IllegalArgumentException("expected the host of a proxy without scheme and user, found another");
        }
    }

    /** Through an HTTP proxy that allows CONNECT, without credentials. */
    public static Exit httpProxy(String host, int port) {
        return new Exit(Kind.HTTP_PROXY, host, port, Optional.empty());
    }

    /** Through an HTTP proxy that allows CONNECT; the credentials are sent as Basic (RFC 7617), in the clear. */
    public static Exit httpProxy(String host, int port, String user, String password) {
        return new Exit(Kind.HTTP_PROXY, host, port, Optional.of(new Credentials(user, password)));
    }

    /** Through a SOCKS5 proxy that asks for nothing. */
    public static Exit socks5(String host, int port) {
        return new Exit(Kind.SOCKS5, host, port, Optional.empty());
    }

    /** Through a SOCKS5 proxy with user and password; to Tor they name the circuit. */
    public static Exit socks5(String host, int port, String user, String password) {
        return new Exit(Kind.SOCKS5, host, port, Optional.of(new Credentials(user, password)));
    }

    /** The same exit with credentials. */
    public Exit as(String user, String password) {
        return new Exit(kind, host, port, Optional.of(new Credentials(user, password)));
    }

    /** Tells exits apart where they are kept, the same on every node. Names neither the proxy nor its user. */
    String label() {
        if (kind == Kind.DIRECT) {
            return "direct";
        }
        String user = credentials.map(Credentials::user).orElse("");
        String whole = String.join("\n", kind.name(), host, String.valueOf(port), user);
        return HexFormat.of().formatHex(Digest.sha256().digest(whole.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    /** Never names a host or a credential: such texts end in logs. */
    @Override
    public String toString() {
        return switch (kind) {
            case DIRECT -> "direct";
            case HTTP_PROXY -> "through an HTTP proxy";
            case SOCKS5 -> "through a SOCKS5 proxy";
        };
    }

    /**
     * A user and a password, each of 1 to 255 bytes in UTF-8 (RFC 1929 §2).
     *
     * @param user without a colon, which Basic could not carry
     */
    public record Credentials(String user, String password) {
        public Credentials {
            for (String part : new String[] {user, password}) {
                int bytes = part.getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 255 || part.chars().anyMatch(Character::isISOControl)) {
                    throw new IllegalArgumentException(
                            "expected a user and a password of 1 to 255 bytes without control characters");
                }
            }
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("expected a user without a colon");
            }
        }

        @Override
        public String toString() {
            return "credentials";
        }
    }
}

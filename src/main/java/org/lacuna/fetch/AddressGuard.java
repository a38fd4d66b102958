package org.lacuna.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The only resolver that the HTTP client has: it looks a name up, checks every address and hands over exactly what it
 * has checked. Between the check and the connection nobody asks the name server again, so a name that points elsewhere
 * a moment later (DNS rebinding) gains nothing. One bad address among good ones refuses the whole host.
 */
final class AddressGuard implements DnsResolver {
    private final NameResolver names;
    private final Set<Integer> ports;
    private final Set<InetSocketAddress> trusted;
    private final Predicate<InetAddress> own;

    /** @param own whether an address is one of this machine, where more may listen than the internet should reach */
    AddressGuard(NameResolver names, Set<Integer> ports, Optional<List<String>> trusted, Predicate<InetAddress> own) {
        this.own = own;
        this.names = names;
        this.ports = Set.copyOf(ports);
        this.trusted = new HashSet<>();
        trusted.orElse(List.of()).forEach(pair -> this.trusted.add(exact(pair)));
    }

    /** Whether an interface of this machine has the address; yes if nobody can tell. */
    static boolean ofThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** Whether anything at all may be asked at this port. */
    boolean knowsPort(int port) {
        return ports.contains(port) || trusted.stream().anyMatch(address -> address.getPort() == port);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = names.addresses(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            boolean open = ports.contains(port) && SpecialAddresses.publicAddress(address) && !own.test(address);
            if (!open && !trusted.contains(new InetSocketAddress(address, port))) {
                throw new RefusedAddress(host);
            }
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) {
        throw new UnsupportedOperationException("an address is checked together with its port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static InetSocketAddress exact(String pair) {
        // a name here would be looked up by the machine and could open more than somebody meant
        if (!pair.matches("([0-9.]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "lacuna.fetch.trusted-addresses: expected an address and a port such as 127.0.0.1:34567, found '"
                            + pair + "'");
        }
        int colon = pair.lastIndexOf(':');
        return new InetSocketAddress(pair.substring(0, colon), Integer.parseInt(pair.substring(colon + 1)));
    }

    /** A name that leads to an address which is not public. */
    static final class RefusedAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        RefusedAddress(String host) {
            super(host + " leads to an address or port that is not public");
        }
    }
}

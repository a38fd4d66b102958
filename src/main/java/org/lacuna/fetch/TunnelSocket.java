package org.lacuna.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/**
 * A socket that reaches its address through a proxy. Whoever connects it names an address that was checked, and exactly
 * that address is what the proxy is asked for: the proxy resolves nothing. The platform's own SOCKS sockets would ask a
 * password from a place all exits share.
 */
final class TunnelSocket extends Socket {
    private final Exit exit;
    private final NameResolver names;

    TunnelSocket(Exit exit, NameResolver names) {
        this.exit = exit;
        this.names = names;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
            throw new IllegalArgumentException("expected an address that was resolved and checked");
        }
        int timeout = getSoTimeout();
        try {
            super.connect(proxy(), timeoutMillis);
            setSoTimeout(timeoutMillis);
            if (exit.kind() == Exit.Kind.SOCKS5) {
                Socks5.connect(getInputStream(), getOutputStream(), target, exit.credentials());
            } else {
                HttpConnect.connect(getInputStream(), getOutputStream(), target, exit.credentials());
            }
            setSoTimeout(timeout);
        } catch (ProxyFailure told) {
            throw told;
        } catch (IOException failed) {
            // whatever went wrong before the tunnel stood went wrong at the proxy
            throw new ProxyFailure("expected a proxy that answers, and it could not be reached or fell silent");
        }
    }

    private InetSocketAddress proxy() throws ProxyFailure {
        try {
            InetAddress address = names.addresses(exit.host()).get(0);
            return new InetSocketAddress(address, exit.port());
        } catch (UnknownHostException | IndexOutOfBoundsException unknown) {
            throw new ProxyFailure("expected the name of the proxy to have an address, found none");
        }
    }
}

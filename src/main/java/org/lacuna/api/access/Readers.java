package org.lacuna.api.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells readers apart: by the circuit that a trusted proxy names, else by the address. An address of IPv6 is counted with
 * its network of 64 bits, since one household has all of that.
 */
@Singleton
class Readers {
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    /** Unique local addresses, RFC 4193 §3.1; Java knows the older site-local ones alone. */
    private static final int UNIQUE_LOCAL = 0xfc;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private final AccessSettings settings;
    private final Optional<String> circuitHeader;
    private final Reader together;

    @Inject
    Readers(
            AccessSettings settings,
            @ConfigProperty(name = "lacuna.intake.circuit-header") Optional<String> circuitHeader) {
        this.settings = settings;
        this.circuitHeader = circuitHeader;
        this.together = new Reader(new byte[] {'t'}, settings.togetherPerMinute(), true);
    }

    /** Who asks without a key. Where the server trusts a proxy's forwarded address, the request has that one. */
    Reader of(HttpServerRequest request) {
        return circuitHeader
                .map(request::getHeader)
                .filter(circuit -> !circuit.isBlank())
                .map(circuit -> named('c', circuit.strip().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> at(Optional.ofNullable(request.remoteAddress())
                        .flatMap(address -> Optional.ofNullable(address.hostAddress()))));
    }

    Reader at(Optional<String> address) {
        return address.flatMap(text -> Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(text)))
                .map(Readers::address)
                .filter(Readers::ofOne)
                .map(one -> named('a', network(one.getAddress())))
                .orElse(together);
    }

    private Reader named(char kind, byte[] name) {
        byte[] whole = new byte[name.length + 1];
        whole[0] = (byte) kind;
        System.arraycopy(name, 0, whole, 1, name.length);
        return new Reader(whole, settings.perMinute(), false);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address was read with a wrong length", impossible);
        }
    }

    /** Behind an address of this machine or this network stands a proxy, and behind that whoever reads. */
    private static boolean ofOne(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !address.isLoopbackAddress()
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !(bytes.length == IPV6_BYTES && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }

    private static byte[] network(byte[] address) {
        return address.length == IPV6_BYTES ? Arrays.copyOf(address, NETWORK_BYTES) : address;
    }
}

package org.lacuna.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those that lead into somebody's own network, by the IANA special-purpose registries for
 * IPv4 and IPv6 (RFC 6890) and the multicast and reserved ranges. Blocks that are reachable but carry no web site
 * (anycast relays, AS112) are refused too: nothing of ours is there.
 */
final class SpecialAddresses {
    private static final List<Block> IPV4 = blocks(
            "0.0.0.0/8", // this network, RFC 791
            "10.0.0.0/8", // private use, RFC 1918
            "100.64.0.0/10", // shared by carrier-grade NAT, RFC 6598
            "127.0.0.0/8", // loopback, RFC 1122
            "168.63.129.16/32", // the platform's own service in one large cloud, reachable from inside only
            "169.254.0.0/16", // link-local, where clouds keep their metadata, RFC 3927
            "172.16.0.0/12", // private use, RFC 1918
            "192.0.0.0/24", // protocol assignments, RFC 6890
            "192.0.2.0/24", // documentation, RFC 5737
            "192.31.196.0/24", // AS112, RFC 7535
            "192.52.193.0/24", // multicast tunnelling, RFC 7450
            "192.88.99.0/24", // 6to4 relays, RFC 7526
            "192.168.0.0/16", // private use, RFC 1918
            "192.175.48.0/24", // AS112, RFC 7534
            "198.18.0.0/15", // benchmarking, RFC 2544
            "198.51.100.0/24", // documentation, RFC 5737
            "203.0.113.0/24", // documentation, RFC 5737
            "224.0.0.0/4", // multicast, RFC 5771
            "240.0.0.0/4"); // reserved, and limited broadcast, RFC 1112, RFC 919

    /** Whatever is not global unicast is refused: loopback, mapped, NAT64, unique local, link-local, multicast … */
    private static final Block IPV6_GLOBAL_UNICAST = Block.of("2000::/3"); // RFC 4291

    private static final List<Block> IPV6 = blocks(
            "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID, remote ID, RFC 2928
            "2001:db8::/32", // documentation, RFC 3849
            "2002::/16", // 6to4, RFC 3056
            "2620:4f:8000::/48", // AS112, RFC 7534
            "3fff::/20"); // documentation, RFC 9637

    private SpecialAddresses() {}

    /** Whether this address is one of the public internet. */
    static boolean publicAddress(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return outside(IPV4, Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()) << 32);
        }
        // no block has a prefix beyond 64 bits, so the lower half of an address decides nothing
        long upper = ByteBuffer.wrap(bytes).getLong();
        return IPV6_GLOBAL_UNICAST.holds(upper) && outside(IPV6, upper);
    }

    private static boolean outside(List<Block> blocks, long bits) {
        for (Block block : blocks) {
            if (block.holds(bits)) {
                return false;
            }
        }
        return true;
    }

    private static List<Block> blocks(String... written) {
        return Stream.of(written).map(Block::of).toList();
    }

    /** @param network the first 64 bits of the address; of an IPv4 address the first half holds it all */
    private record Block(long network, long mask) {
        static Block of(String written) {
            String[] parts = written.split("/");
            try {
                byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
                long network = bytes.length == 4
                        ? Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()) << 32
                        : ByteBuffer.wrap(bytes).getLong();
                return new Block(network, -1L << 64 - Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException("expected an address block, found '" + written + "'", impossible);
            }
        }

        boolean holds(long bits) {
            return (bits & mask) == network;
        }
    }
}

package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each block of the IANA special-purpose registries, first and last address, and the public neighbours of each. */
class SpecialAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "this network, 0.0.0.0/8",
        "private, 10.0.0.0/8",
        "carrier-grade NAT, 100.64.0.0/10",
        "loopback, 127.0.0.0/8",
        "link-local, 169.254.0.0/16",
        "private, 172.16.0.0/12",
        "protocol assignments, 192.0.0.0/24",
        "service continuity, 192.0.0.0/29",
        "dummy, 192.0.0.8/32",
        "port control anycast, 192.0.0.9/32",
        "TURN anycast, 192.0.0.10/32",
        "NAT64 discovery, 192.0.0.170/31",
        "documentation, 192.0.2.0/24",
        "AS112, 192.31.196.0/24",
        "AMT, 192.52.193.0/24",
        "6to4 relays, 192.88.99.0/24",
        "6a44 relay, 192.88.99.2/32",
        "private, 192.168.0.0/16",
        "AS112, 192.175.48.0/24",
        "benchmarking, 198.18.0.0/15",
        "documentation, 198.51.100.0/24",
        "documentation, 203.0.113.0/24",
        "multicast, 224.0.0.0/4",
        "reserved, 240.0.0.0/4",
        "broadcast, 255.255.255.255/32",
        "a cloud's own service, 168.63.129.16/32",
        "compatible and loopback, ::/96",
        "loopback, ::1/128",
        "mapped, ::ffff:0:0/96",
        "translated, ::ffff:0:0:0/96",
        "NAT64, 64:ff9b::/96",
        "local NAT64, 64:ff9b:1::/48",
        "discard, 100::/64",
        "dummy, 100:0:0:1::/64",
        "protocol assignments, 2001::/23",
        "Teredo, 2001::/32",
        "port control anycast, 2001:1::1/128",
        "TURN anycast, 2001:1::2/128",
        "service registration anycast, 2001:1::3/128",
        "benchmarking, 2001:2::/48",
        "AMT, 2001:3::/32",
        "AS112, 2001:4:112::/48",
        "ORCHID, 2001:10::/28",
        "ORCHIDv2, 2001:20::/28",
        "remote ID, 2001:30::/28",
        "documentation, 2001:db8::/32",
        "6to4, 2002::/16",
        "AS112, 2620:4f:8000::/48",
        "documentation, 3fff::/20",
        "segment routing, 5f00::/16",
        "unique local, fc00::/7",
        "link-local, fe80::/10",
        "site-local, fec0::/10",
        "multicast, ff00::/8",
    })
    void no_address_of_a_special_block_is_public(String name, String block) throws UnknownHostException {
        String[] parts = block.split("/");
        byte[] first = raw(parts[0]);
        byte[] last = last(first, Integer.parseInt(parts[1]));
        assertThat(SpecialAddresses.publicAddress(InetAddress.getByAddress(first)))
                .as(name)
                .isFalse();
        assertThat(SpecialAddresses.publicAddress(InetAddress.getByAddress(last)))
                .as(name)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255",
                "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.31.195.255", "192.31.197.0",
                "192.52.194.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "192.175.49.0",
                "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0",
                "223.255.255.255", "2001:200::", "2001:db7:ffff::", "2001:db9::", "2003::", "2620:4f:7fff:ffff::",
                "2620:4f:8001::", "3ffe:ffff::", "3fff:1000::", "2606:4700::1111"
            })
    void the_neighbours_of_the_blocks_are_public(String address) throws UnknownHostException {
        assertThat(SpecialAddresses.publicAddress(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://2130706433/",
                "http://127.1/",
                "http://127.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.01/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://1.1.1.1.1/",
                "http://4294967296/",
                "http://127.0.0.1./",
                "http://256.1.1.1/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%251]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[::ffff:0:127.0.0.1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::1]:80/",
                "http://\u0661\u0662\u0667.0.0.1/"
            })
    void an_odd_spelling_leads_nowhere(String url) {
        AddressGuard guard = new AddressGuard(
                host -> List.of(InetAddress.getAllByName(host)), Set.of(80), Optional.empty(), a -> false);
        assertThat(reachable(guard, url)).isFalse();
    }

    @Test
    void an_address_in_its_usual_spelling_is_asked() {
        AddressGuard guard = new AddressGuard(
                host -> List.of(InetAddress.getAllByName(host)), Set.of(80), Optional.empty(), a -> false);
        assertThat(reachable(guard, "http://1.1.1.1/")).isTrue();
        assertThat(reachable(guard, "http://[2606:4700::1111]/")).isTrue();
    }

    private static boolean reachable(AddressGuard guard, String url) {
        try {
            URI checked = Urls.checked(URI.create(url), guard);
            guard.resolve(checked.getHost(), Urls.port(checked));
            return true;
        } catch (FetchFailure | UnknownHostException refused) {
            return false;
        }
    }

    /** Sixteen bytes stay sixteen, mapped or not. */
    private static byte[] raw(String address) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        if (!address.contains(":") || bytes.length == 16) {
            return bytes;
        }
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return mapped;
    }

    private static byte[] last(byte[] first, int prefix) {
        int host = first.length * 8 - prefix;
        BigInteger end =
                new BigInteger(1, first).or(BigInteger.ONE.shiftLeft(host).subtract(BigInteger.ONE));
        byte[] bytes = end.toByteArray();
        byte[] last = new byte[first.length];
        int length = Math.min(bytes.length, last.length);
        System.arraycopy(bytes, bytes.length - length, last, last.length - length, length);
        return last;
    }
}

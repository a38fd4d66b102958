package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

class AddressGuardTest {
    private static final Predicate<InetAddress> NOT_OURS = address -> false;

    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.1.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "100:0:0:1::1",
                "2001::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2620:4f:8000::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_public_is_refused(String address) throws IOException {
        assertThat(SpecialAddresses.publicAddress(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "3ffe::1"
            })
    void a_public_address_is_not(String address) throws IOException {
        assertThat(SpecialAddresses.publicAddress(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://inside.example/",
                "https://inside.example/"
            })
    void a_url_to_a_private_address_is_refused_however_it_is_written(String url) {
        assertThat(fetcher.fetch(URI.create(url)))
                .extracting("reason")
                .isIn(Reason.REFUSED_ADDRESS, Reason.UNKNOWN_HOST, Reason.REFUSED_URL)
                .isNotEqualTo(Reason.CONNECTION_FAILED);
        assertThat(origin.requests()).isEmpty();
    }

    @Test
    void a_redirect_to_a_private_address_is_refused() {
        origin.redirect("/to-address", "http://169.254.169.254/latest/");
        origin.redirect("/to-name", "http://inside.example/");
        origin.redirect("/to-six", "http://[::1]/");
        for (String path : List.of("/to-address", "/to-name", "/to-six")) {
            assertThat(fetcher.fetch(origin.url(path)))
                    .as(path)
                    .extracting("reason")
                    .isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void one_private_address_among_public_ones_refuses_the_host() throws IOException {
        NameResolver mixed = host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        try (GuardedFetcherClosing closing = closing(mixed)) {
            assertThat(closing.fetcher.fetch(URI.create("http://mixed.example/")))
                    .extracting("reason")
                    .isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void the_connection_goes_to_the_address_that_was_checked_and_nobody_asks_again() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        // a public answer first, a private one from then on: what a rebinding name server does
        NameResolver rebinding =
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1"));
        AddressGuard guard = new AddressGuard(rebinding, Set.of(80, 443), Optional.empty(), NOT_OURS);
        assertThat(guard.resolve("rebinding.example", 80))
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("1.1.1.1");
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> guard.resolve("rebinding.example", 80))
                .isInstanceOf(AddressGuard.RefusedAddress.class);
    }

    @Test
    void the_trusted_pair_opens_its_own_port_and_no_other_and_not_that_port_elsewhere() throws Exception {
        AddressGuard guard = new AddressGuard(
                FetchersForTests::names, Set.of(80, 443), Optional.of(List.of("127.0.0.1:" + origin.port())), NOT_OURS);
        assertThat(guard.resolve("site.example", origin.port())).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("site.example", 80)).isInstanceOf(AddressGuard.RefusedAddress.class);
        assertThatThrownBy(() -> guard.resolve("127.0.0.2", origin.port()))
                .isInstanceOf(AddressGuard.RefusedAddress.class);
        assertThatThrownBy(() -> guard.resolve("1.1.1.1", origin.port()))
                .isInstanceOf(AddressGuard.RefusedAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:80", "127.0.0.1", "*:80", "127.0.0.0/8:80", "10.0.0.1:", ""})
    void the_trusted_list_takes_exact_pairs_alone(String pair) {
        assertThatThrownBy(() ->
                        new AddressGuard(FetchersForTests::names, Set.of(80), Optional.of(List.of(pair)), NOT_OURS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an address and a port");
    }

    @Test
    void nothing_is_trusted_unless_somebody_says_so() {
        assertThat(FetchersForTests.settings(Map.of()).trustedAddresses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://site.example/", "file:///etc/passwd", "javascript:alert(1)", "http://site.example:22/",
                "http://user:secret@site.example/", "http:///nothing", "/relative", "gopher://site.example/"
            })
    void a_url_we_do_not_ask_is_refused_before_anything_connects(String url) {
        Fetched refused = fetcher.fetch(URI.create(url));
        assertThat(refused).extracting("reason").isEqualTo(Reason.REFUSED_URL);
        assertThat(((NoAnswer) refused).detail()).startsWith("expected ").doesNotContain("secret");
    }

    private GuardedFetcherClosing closing(NameResolver names) {
        return new GuardedFetcherClosing(FetchersForTests.fetcher(
                FetchersForTests.settings(Map.of("lacuna.fetch.delay", "0s")), names, new SimpleMeterRegistry()));
    }

    private record GuardedFetcherClosing(GuardedFetcher fetcher) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            fetcher.close();
        }
    }

    @Test
    void an_address_of_this_machine_is_refused_even_if_it_is_public() throws IOException {
        InetAddress ours = InetAddress.getByName("8.8.8.8");
        NameResolver names = host -> List.of(ours);
        AddressGuard elsewhere = new AddressGuard(names, Set.of(443), Optional.empty(), NOT_OURS);
        assertThat(elsewhere.resolve("somebody.example", 443)).hasSize(1);
        AddressGuard here = new AddressGuard(names, Set.of(443), Optional.empty(), ours::equals);
        assertThatThrownBy(() -> here.resolve("somebody.example", 443)).isInstanceOf(AddressGuard.RefusedAddress.class);
        assertThat(AddressGuard.ofThisMachine(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(AddressGuard.ofThisMachine(ours)).isFalse();
    }
}

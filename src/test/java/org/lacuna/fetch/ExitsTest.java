package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

@Timeout(60)
class ExitsTest {
    private static final String PROXY = "127.0.0.1";
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin, Map.of("lacuna.fetch.silence", "1s"));
    private LocalProxy proxy;

    @BeforeEach
    void open() throws IOException {
        proxy = new LocalProxy();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(fetcher.connectionsInUse()).isZero();
        fetcher.close();
        proxy.close();
        origin.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_PROXY", "SOCKS5"})
    void the_proxy_is_asked_for_the_checked_address_and_the_page_for_its_host(Exit.Kind kind) {
        origin.html("/x", "through");
        Answer answer = (Answer) fetch("/x", exit(kind));
        assertThat(answer.text()).isEqualTo("through");
        assertThat(proxy.asked()).isNotEmpty().allMatch(("127.0.0.1:" + origin.port())::equals);
        assertThat(origin.requests()).allMatch(request -> request.contains("Host: site.example:" + origin.port()));
        assertThat(proxy.logins()).isEmpty();
    }

    @Test
    void credentials_are_shown_to_the_proxy_and_to_nobody_else() {
        origin.html("/x", "x");
        fetch("/x", exit(Exit.Kind.SOCKS5).as("country-de", "circuit-7"));
        fetch("/x", exit(Exit.Kind.HTTP_PROXY).as("ana", "gehëim"));
        assertThat(proxy.logins()).contains("country-de:circuit-7", "Proxy-Authorization: Basic YW5hOmdlaMOraW0=");
        assertThat(String.join("", origin.requests()))
                .doesNotContain("country-de")
                .doesNotContain("Proxy-");
        assertThat(exit(Exit.Kind.SOCKS5).as("ana", "secret").toString())
                .doesNotContain("secret")
                .doesNotContain("ana");
        assertThat(FetchOptions.USUAL
                        .through(exit(Exit.Kind.SOCKS5).as("ana", "secret"))
                        .toString())
                .doesNotContain("secret")
                .doesNotContain("ana");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_PROXY", "SOCKS5"})
    void over_tls_the_name_is_said_inside_the_tunnel_and_a_bad_certificate_is_no_proxy_failure(Exit.Kind kind) {
        origin.onGarbage(out -> out.write("no handshake".getBytes(StandardCharsets.US_ASCII)));
        Fetched fetched = fetcher.fetch(
                URI.create("https://site.example:" + origin.port() + "/"), FetchOptions.USUAL.through(exit(kind)));
        assertThat(fetched).extracting("reason").isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(proxy.asked()).isNotEmpty().allMatch(("127.0.0.1:" + origin.port())::equals);
    }

    @Test
    void an_ipv6_address_is_asked_for_as_one() throws IOException {
        NameResolver six = host -> host.endsWith(".example")
                ? List.of(InetAddress.getByName("2a00:1450::1"))
                : FetchersForTests.names(host);
        try (LocalOriginFetcher other = new LocalOriginFetcher(six)) {
            proxy.answering("HTTP/1.1 403 No\r\n\r\n").answering(2);
            other.fetcher.fetch(
                    URI.create("http://six.example/"), FetchOptions.USUAL.through(exit(Exit.Kind.HTTP_PROXY)));
            other.fetcher.fetch(URI.create("http://six.example/"), FetchOptions.USUAL.through(exit(Exit.Kind.SOCKS5)));
        }
        assertThat(proxy.asked()).contains("[2a00:1450:0:0:0:0:0:1]:80", "2a00:1450:0:0:0:0:0:1:80");
    }

    private record LocalOriginFetcher(GuardedFetcher fetcher) implements AutoCloseable {
        LocalOriginFetcher(NameResolver names) {
            this(FetchersForTests.fetcher(
                    FetchersForTests.settings(Map.of("lacuna.fetch.delay", "0s")), names, FetchersForTests.meters()));
        }

        @Override
        public void close() throws IOException {
            fetcher.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_PROXY", "SOCKS5"})
    void a_private_address_is_never_asked_of_a_proxy(Exit.Kind kind) {
        for (String url : List.of("http://10.0.0.1/", "http://[::1]/", "http://inside.example/")) {
            assertThat(fetcher.fetch(URI.create(url), FetchOptions.USUAL.through(exit(kind))))
                    .as(url)
                    .extracting("reason")
                    .isEqualTo(Reason.REFUSED_ADDRESS);
        }
        assertThat(proxy.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 403 Forbidden\r\n\r\n",
                "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
                "HTTP/1.1 502 Bad Gateway\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://evil.example/\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 200",
                ""
            })
    void what_an_http_proxy_says_instead_of_connecting_is_a_failure_of_the_proxy(String reply) {
        proxy.answering(reply);
        assertProxyFailed(fetch("/x", exit(Exit.Kind.HTTP_PROXY)));
        assertThat(origin.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 200})
    void what_a_socks_proxy_says_instead_of_connecting_is_a_failure_of_the_proxy(int reply) {
        proxy.answering(reply);
        assertProxyFailed(fetch("/x", exit(Exit.Kind.SOCKS5)));
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_PROXY", "SOCKS5"})
    void a_proxy_that_is_silent_or_not_there_or_has_no_address_is_a_failure_of_the_proxy(Exit.Kind kind)
            throws IOException {
        proxy.silent();
        assertProxyFailed(fetch("/x", exit(kind)));
        Exit gone = exit(kind);
        proxy.close();
        assertProxyFailed(fetch("/x", gone));
        assertProxyFailed(fetch("/x", Exit.socks5("nowhere.invalid", 9050)));
    }

    @Test
    void each_exit_reads_its_own_robots_txt_and_a_dead_proxy_is_not_remembered_as_one() throws IOException {
        origin.html("/x", "x");
        fetch("/x", Exit.DIRECT);
        fetch("/x", exit(Exit.Kind.SOCKS5));
        assertThat(origin.visits("/robots.txt")).isEqualTo(2);
        proxy.answering("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        assertProxyFailed(fetch("/x", exit(Exit.Kind.HTTP_PROXY)));
        proxy.answering("HTTP/1.1 200 Fine\r\n\r\n");
        assertThat(fetch("/x", exit(Exit.Kind.HTTP_PROXY))).isInstanceOf(Answer.class);
    }

    @Test
    void an_exit_is_a_proxy_with_host_and_port_or_none() {
        assertThatThrownBy(() -> Exit.socks5("", 9050)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.socks5("127.0.0.1", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.httpProxy("127.0.0.1", 70_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.httpProxy("http://proxy", 80)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.DIRECT.as("a", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.socks5("127.0.0.1", 1, "a", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exit.httpProxy("127.0.0.1", 1, "a\r\nX: b", "c"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Exit.socks5("127.0.0.1", 1, "a", "b").label())
                .isEqualTo(Exit.socks5("127.0.0.1", 1, "a", "other").label())
                .isNotEqualTo(Exit.socks5("127.0.0.1", 1, "z", "b").label());
    }

    private static void assertProxyFailed(Fetched fetched) {
        assertThat(fetched).extracting("reason").isEqualTo(Reason.PROXY_FAILED);
        assertThat(((NoAnswer) fetched).detail()).startsWith("expected").doesNotContain("127.0.0.1");
    }

    private Fetched fetch(String path, Exit exit) {
        return fetcher.fetch(origin.url(path), FetchOptions.USUAL.through(exit));
    }

    private Exit exit(Exit.Kind kind) {
        return new Exit(kind, PROXY, proxy.port(), Optional.empty());
    }
}

package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FilteringProxyTest {
    private static final int MEGABYTE = 1 << 20;

    private final LocalOrigin trusted = new LocalOrigin();
    private final LocalOrigin secret = new LocalOrigin();
    private final FilteringProxy proxy = proxy(MEGABYTE, 20, Duration.ofSeconds(5));

    private FilteringProxy proxy(long bytes, int connections, Duration head) {
        AddressGuard guard = new AddressGuard(
                FetchersForTests::names,
                Set.of(80, 443),
                Optional.of(List.of("127.0.0.1:" + trusted.port())),
                AddressGuard::ofThisMachine);
        try {
            return new FilteringProxy(guard, new ProxyMeter(bytes, connections), Duration.ofSeconds(5), head);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        trusted.close();
        secret.close();
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void a_plain_request_goes_to_its_host_and_ends_with_its_connection() {
        trusted.html("/a?b=c|d", "<p>a</p>");

        String answer = say("GET http://site.example:" + trusted.port()
                + "/a?b=c|d HTTP/1.1\r\nHost: other.example\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nX-End: 2\r\n"
                + credential() + "\r\nGET http://site.example:" + trusted.port() + "/second HTTP/1.1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("<p>a</p>").contains("Connection: close\r\n");
        assertThat(trusted.requests())
                .containsExactly("GET /a?b=c|d HTTP/1.1\r\nHost: site.example:" + trusted.port()
                        + "\r\nX-End: 2\r\nConnection: close\r\n");
    }

    @Test
    void a_tunnel_leads_to_the_host_that_was_checked() {
        trusted.html("/a", "<p>a</p>");

        String answer = say("CONNECT site.example:" + trusted.port() + " HTTP/1.1\r\n" + credential()
                + "\r\nGET /a HTTP/1.1\r\nHost: site.example\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 Connected\r\n\r\nHTTP/1.1 200 ")
                .endsWith("<p>a</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:SECRET",
                "site.example:SECRET",
                "[::1]:SECRET",
                "[::ffff:127.0.0.1]:SECRET",
                "127.1:SECRET",
                "10.0.0.1:80",
                "169.254.169.254:80",
                "192.168.1.1:443",
                "nowhere.invalid:80"
            })
    void there_is_no_way_to_an_address_that_is_not_public(String authority) {
        String host = authority.replace("SECRET", String.valueOf(secret.port()));

        assertThat(say("CONNECT " + host + " HTTP/1.1\r\n" + credential() + "\r\n"))
                .startsWith("HTTP/1.1 502 ");
        assertThat(say("GET http://" + host + "/secret HTTP/1.1\r\n" + credential() + "\r\n"))
                .isEmpty();
    }

    @Test
    void why_a_host_was_refused_is_remembered() {
        say("CONNECT 10.0.0.1:443 HTTP/1.1\r\n" + credential() + "\r\n");

        assertThat(proxy.failure("10.0.0.1", 443).orElseThrow().reason()).isEqualTo(NoAnswer.Reason.REFUSED_ADDRESS);
        assertThat(proxy.failure("10.0.0.1", 80)).isEmpty();
    }

    @Test
    void whoever_does_not_know_the_password_gets_nowhere() {
        trusted.html("/a", "a");
        String url = "http://site.example:" + trusted.port() + "/a";

        for (String line : List.of("", basic("visit:guess"), basic("visit:"), "Proxy-Authorization: Bearer x\r\n")) {
            assertThat(say("GET " + url + " HTTP/1.1\r\n" + line + "\r\n"))
                    .startsWith("HTTP/1.1 407 ")
                    .contains("Proxy-Authenticate: Basic");
            assertThat(say("CONNECT site.example:" + trusted.port() + " HTTP/1.1\r\n" + line + "\r\n"))
                    .startsWith("HTTP/1.1 407 ");
        }
        assertThat(trusted.requests()).isEmpty();
    }

    @Test
    void every_visit_has_a_password_of_its_own() {
        try (FilteringProxy other = proxy(1, 1, Duration.ofSeconds(1))) {
            assertThat(other.password()).isNotEqualTo(proxy.password()).hasSizeGreaterThan(30);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a HTTP/1.1",
                "GET http://site.example HTTP/1.0",
                "GET http://ana:pw@site.example/ HTTP/1.1",
                "GET https://site.example/ HTTP/1.1",
                "GET file:///etc/passwd HTTP/1.1",
                "GET http:///a HTTP/1.1",
                "CONNECT site.example HTTP/1.1",
                "CONNECT site.example:99999 HTTP/1.1",
                "CONNECT http://site.example:80 HTTP/1.1",
                "get http://site.example/ HTTP/1.1",
                "GET http://site.example/a b HTTP/1.1",
                "\u0016\u0003\u0001",
                ""
            })
    void a_malformed_request_line_is_cut(String line) {
        assertThat(say(line + "\r\n" + credential() + "\r\n")).isEmpty();
    }

    @Test
    void a_request_with_a_doubtful_length_is_not_passed_on() {
        String start = "POST http://site.example:" + trusted.port() + "/ HTTP/1.1\r\n" + credential();

        assertThat(say(start + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).isEmpty();
        assertThat(say(start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"))
                .isEmpty();
        assertThat(say(start + "Content-Length: -1\r\n\r\n")).isEmpty();
        assertThat(say(start + " folded: 1\r\n\r\n")).isEmpty();
        assertThat(trusted.requests()).isEmpty();
    }

    @Test
    void what_a_server_says_in_the_proxys_name_is_cut() {
        trusted.at("/", LocalOrigin.raw("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n\r\n"));
        trusted.at("/old", LocalOrigin.raw("<p>no head at all</p>\n\n"));

        String url = "http://site.example:" + trusted.port();
        assertThat(say("GET " + url + "/ HTTP/1.1\r\n" + credential() + "\r\n")).isEmpty();
        assertThat(say("GET " + url + "/old HTTP/1.1\r\n" + credential() + "\r\n"))
                .isEmpty();
    }

    @Test
    void a_client_that_never_finishes_its_request_is_cut() throws IOException, InterruptedException {
        try (FilteringProxy impatient = proxy(MEGABYTE, 20, Duration.ofMillis(500));
                Socket client = new Socket("127.0.0.1", impatient.port())) {
            client.setSoTimeout(20_000);
            long start = System.nanoTime();
            try {
                for (int i = 0; i < 200; i++) {
                    client.getOutputStream().write('G');
                    Thread.sleep(50);
                }
            } catch (SocketException cut) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
                return;
            }
            throw new AssertionError("the client could drip for ten seconds");
        }
    }

    @Test
    void past_the_cap_nothing_goes_through() {
        trusted.at("/large", LocalOrigin.page(200, "image/png", new byte[3 * MEGABYTE]));
        trusted.html("/small", "small");

        String url = "http://site.example:" + trusted.port();
        assertThat(say("GET " + url + "/large HTTP/1.1\r\n" + credential() + "\r\n")
                        .length())
                .isLessThanOrEqualTo(MEGABYTE);
        assertThat(proxy.spent()).isTrue();
        assertThat(say("GET " + url + "/small HTTP/1.1\r\n" + credential() + "\r\n"))
                .isEmpty();
        assertThat(trusted.visits("/small")).isZero();
    }

    @Test
    void what_is_sent_counts_as_what_is_received() {
        // no line ends here, so the server reads on for as long as something comes
        say("CONNECT site.example:" + trusted.port() + " HTTP/1.1\r\n" + credential() + "\r\n"
                + "X".repeat(2 * MEGABYTE));

        assertThat(proxy.spent()).isTrue();
    }

    @Test
    void one_connection_too_many_ends_the_visit() {
        String request = "GET http://site.example:" + trusted.port() + "/ HTTP/1.1\r\n" + credential() + "\r\n";
        for (int i = 0; i < 20; i++) {
            assertThat(say(request)).startsWith("HTTP/1.1 404 ");
        }
        assertThat(proxy.spent()).isFalse();

        assertThat(say(request)).isEmpty();
        assertThat(proxy.spent()).isTrue();
    }

    private String credential() {
        return basic(proxy.user() + ":" + proxy.password());
    }

    private static String basic(String credential) {
        return "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.US_ASCII)) + "\r\n";
    }

    /** Says this and returns everything that comes back until the connection ends. */
    private String say(String bytes) {
        try (Socket client = new Socket("127.0.0.1", proxy.port())) {
            client.setSoTimeout(20_000);
            StringBuilder answer = new StringBuilder();
            try {
                client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                InputStream in = client.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.append((char) next);
                }
            } catch (SocketException cut) {
                // cut while something was on its way; what came before counts
            }
            return answer.toString();
        } catch (IOException failed) {
            throw new IllegalStateException("expected the proxy to end the connection", failed);
        }
    }
}

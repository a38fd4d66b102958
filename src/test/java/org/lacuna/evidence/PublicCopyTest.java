package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

class PublicCopyTest {
    private static final String FOUR = "203.0.113.77";
    private static final String SIX = "2001:db8:7:12::a0b";

    @TempDir
    private Path folder;

    private EvidenceStore store;
    private PublicCopy copies;

    @BeforeEach
    void begin() {
        store = new EvidenceForTests(folder).store();
        copies = new PublicCopy(store, OwnAddresses.of(List.of(), List.of(FOUR, SIX)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_page_that_tells_the_visitor_s_address_tells_it_no_more(String spelling) throws IOException {
        Answer copy = copyOf(page("<p>before " + spelling + " after</p>"));
        assertThat(copy.text())
                .startsWith("<p>before ")
                .endsWith(" after</p>")
                .contains(OwnAddresses.MARK)
                .doesNotContain(spelling);
    }

    static Stream<String> spellings() {
        return Stream.of(
                FOUR,
                "77.113.0.203.in-addr.arpa",
                "host-203-0-113-77.provider.example",
                "203%2E0%2e113%2E77",
                "%20203.0.113.77%20",
                "%32%30%33%2E0%2E113%2E77",
                "203%252E0%252E113%252E77",
                "203&#46;0&#x2e;113&period;77",
                "&#50;&#48;&#51;&#46;0&#46;113&#46;77",
                "203\\u002e0\\u002e113\\u002e77",
                "3405803853",
                "cb00714d",
                "::ffff:" + FOUR,
                "2001:db8:7:12::a0b",
                "2001:DB8:7:12::A0B",
                "2001:0db8:0007:0012:0000:0000:0000:0a0b",
                "2001:db8:7:12:0:0:0:a0b",
                "2001:db8:7:12:0::a0b",
                "2001%3Adb8%3A7%3A12%3A%3Aa0b",
                "2001&#58;db8&#58;7&#58;12&#58;&#58;a0b",
                "2001:db8:7:12:99:88:77:66",
                "2001:db8:7:12::/64",
                "20010db8000700120000000000000a0b",
                "b.0.a.0.0.0.0.0.0.0.0.0.0.0.0.0.2.1.0.0.7.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
                base64("{\"ip\":\"" + FOUR + "\"}"),
                base64("x" + FOUR + "y"),
                base64(FOUR),
                base64("{\"v\":\"" + SIX + "\"}"));
    }

    @Test
    void other_addresses_stay() throws IOException {
        String page = "<p>198.51.100.7, 203.0.113.7 and 2001:db8:8:12::a0b</p>";
        assertThat(copyOf(page(page)).text()).isEqualTo(page);
    }

    @Test
    void a_page_in_two_bytes_a_character_hides_nothing() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Answer wide = Exchanges.answer(
                    Exchanges.ANSWERED,
                    200,
                    "OK",
                    Exchanges.AT,
                    ("\ufeffYou are " + FOUR + " ü").getBytes(charset),
                    "Content-Type: text/html");
            assertThat(new String(copyOf(store.keep(wide)).body(), charset))
                    .isEqualTo("\ufeffYou are " + OwnAddresses.MARK + " ü");
        }
    }

    @Test
    void only_headers_known_to_be_harmless_are_copied_and_the_others_named() throws IOException {
        Digest digest = store.keep(Exchanges.answer(
                Exchanges.ASKED,
                451,
                "Hello " + FOUR,
                Exchanges.AT,
                Exchanges.gzip("<p>no</p>"),
                "Content-Type: text/html",
                "Content-Encoding: gzip",
                "Link: <https://authority.example/?to=" + FOUR + ">; rel=\"blocked-by\"",
                "Set-Cookie: session=secret",
                "X-Client-IP: 203.0.113.77",
                "CF-Ray: 8f2-VNO",
                "X-Amz-Cf-Pop: VNO1",
                "NEL: {}",
                "Server-Timing: ip;desc=\"" + FOUR + "\"",
                "ETag: \"visitor-4711\""));
        String copy = everything(digest);
        assertThat(copy)
                .contains("HTTP/1.1 451 \r\n")
                .contains("content-length: 9\r\n\r\n<p>no</p>")
                .contains("link: <https://authority.example/?to=address-withheld>; rel=\"blocked-by\"")
                .contains("Lacuna-Scrubbed-Copy-Of: " + digest)
                .contains("lacuna-original: " + digest)
                .contains("lacuna-headers-left-out: cf-ray, content-encoding, content-length, etag, nel,"
                        + " server-timing, set-cookie, user-agent, x-amz-cf-pop, x-client-ip")
                .contains("GET /u/ana?tab=all HTTP/1.1\r\nhost: site.example\r\n\r\n")
                .doesNotContain(FOUR, "secret", "VNO", "visitor-4711", "Mozilla", "WARC-IP-Address");
        assertThat(copyOf(digest).asked()).isEqualTo(Exchanges.ASKED);
    }

    @Test
    void without_a_public_address_nothing_can_be_taken_out_so_there_is_no_copy() throws UnknownHostException {
        List<InetAddress> local = List.of(
                InetAddress.getByName("127.0.0.1"),
                InetAddress.getByName("192.168.7.9"),
                InetAddress.getByName("fd00::7"),
                InetAddress.getByName("fe80::7"));
        PublicCopy blind = new PublicCopy(store, OwnAddresses.of(local, List.of()));
        Digest digest = page("<p>203.0.113.77</p>");
        assertThatThrownBy(() -> blind.of(digest))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacuna.evidence.own-addresses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "203.0.113", "203.0.113.0/24", "abc", "1:2", ""})
    void what_is_no_address_is_refused(String named) {
        assertThatThrownBy(() -> OwnAddresses.of(List.of(), List.of(named)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected IPv4 or IPv6 addresses");
    }

    @Test
    void the_same_capture_gives_the_same_bytes_so_that_what_was_looked_at_is_what_is_published() {
        Digest digest = page("<p>before " + FOUR + " after</p>");
        assertThat(copies.of(digest).orElseThrow()).isEqualTo(copies.of(digest).orElseThrow());
        assertThat(OpenedCopy.of(copies.of(digest).orElseThrow()).replacements())
                .isEqualTo(1);
        assertThat(OpenedCopy.of(copies.of(digest).orElseThrow()).headersLeftOut())
                .containsExactly("content-encoding", "content-length", "etag", "user-agent");
    }

    @Test
    void what_is_not_kept_has_no_copy() {
        assertThat(copies.of(Digest.of("nothing"))).isEmpty();
    }

    private Digest page(String page) {
        return store.keep(Exchanges.page(page));
    }

    private Answer copyOf(Digest digest) throws IOException {
        return Capture.read(copies.of(digest).orElseThrow()).answer();
    }

    private String everything(Digest digest) throws IOException {
        byte[] copy = copies.of(digest).orElseThrow();
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(copy)).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}

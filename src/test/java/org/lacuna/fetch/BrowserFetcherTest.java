package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lacuna.fetch.NoAnswer.Reason;

/** Real pages in a real Chromium. The time of a visit is long here: a machine that runs tests does other things too. */
@Timeout(300)
class BrowserFetcherTest {
    private static final Map<String, String> PATIENT = Map.of("lacuna.fetch.browser.total", "150s");

    private final LocalOrigin origin = new LocalOrigin();
    private final LocalOrigin secret = new LocalOrigin();
    private final FetchSettings settings = FetchersForTests.settings(origin, Map.of());
    private final GuardedFetcher plain = FetchersForTests.fetcher(origin);
    private Set<Path> before = Set.of();

    @BeforeEach
    void remember() throws IOException {
        before = leftovers();
    }

    @AfterEach
    void close() throws IOException {
        plain.close();
        origin.close();
        secret.close();
        assertThat(BrowserProcesses.drivers()).as("drivers that still run").isSubsetOf(DriversBefore.PIDS);
        assertThat(leftovers()).as("files left behind").isSubsetOf(before);
    }

    /** Other tests keep a browser of their own for the whole run. */
    private static final class DriversBefore {
        static final Set<Long> PIDS = BrowserProcesses.drivers();
    }

    static {
        assertThat(DriversBefore.PIDS).isNotNull();
    }

    private static Set<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lacuna-visit-"))
                    .collect(Collectors.toSet());
        }
    }

    private Fetched fetch(String path, Map<String, String> browser) {
        Map<String, String> all = new HashMap<>(PATIENT);
        all.putAll(browser);
        return BrowsersForTests.fetcher(plain, settings, all).fetch(origin.url(path), FetchOptions.USUAL);
    }

    private Answer answer(String path) {
        Fetched fetched = fetch(path, Map.of());
        assertThat(fetched).as(fetched.toString()).isInstanceOf(Answer.class);
        return (Answer) fetched;
    }

    private Reason reason(String path, Map<String, String> browser) {
        Fetched fetched = fetch(path, browser);
        assertThat(fetched).isInstanceOf(NoAnswer.class);
        return ((NoAnswer) fetched).reason();
    }

    @Test
    void a_page_whose_text_appears_only_by_script_is_read_and_marked() {
        origin.at(
                "/u/ana",
                LocalOrigin.page(
                        404,
                        "text/html; charset=windows-1252",
                        "<!doctype html><p id=p></p><script>p.textContent = 'sus' + 'pended \\u2713'</script>"
                                .getBytes(StandardCharsets.UTF_8),
                        "X-One: 1",
                        "Lacuna-Rendered: by nobody"));

        Answer answer = answer("/u/ana");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.answered()).isEqualTo(origin.url("/u/ana"));
        assertThat(answer.text()).startsWith("<!DOCTYPE html>").contains("<p id=\"p\">suspended ✓</p>");
        assertThat(answer.headers().get("content-type")).containsExactly("text/html; charset=utf-8");
        assertThat(answer.header("x-one")).contains("1");
        assertThat(answer.headers().get("lacuna-rendered"))
                .singleElement()
                .asString()
                .startsWith("Chrome/");
        String kept = new String(answer.exchange().response(), StandardCharsets.UTF_8);
        assertThat(kept).startsWith("HTTP/1.1 404 Because\r\n").contains("\r\nLacuna-Rendered: Chrome/");
        assertThat(kept).endsWith("\r\n\r\n" + answer.text());
        String asked = origin.requests().stream()
                .filter(request -> request.startsWith("GET /u/ana "))
                .findFirst()
                .orElseThrow();
        assertThat(asked).containsPattern("User-Agent: Mozilla/5.0 .*Chrome/.* \\(compatible; Lacuna/.*\\+https://");
        assertThat(origin.visits("/robots.txt")).isEqualTo(1);
    }

    @Test
    void nothing_of_a_page_reaches_a_private_address() throws IOException {
        try (DatagramSocket datagrams = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            attack(datagrams.getLocalPort());

            Answer answer = (Answer) fetch("/attack", Map.of("lacuna.fetch.browser.settle", "100s"));

            assertThat(answer.text())
                    .contains("<p id=\"done\">reached, all tried</p>")
                    .doesNotContain("root:");
            assertThat(origin.visits("/away")).isPositive();
            assertThat(secret.requests()).isEmpty();
            datagrams.setSoTimeout(1);
            try {
                datagrams.receive(new java.net.DatagramPacket(new byte[100], 100));
                throw new AssertionError("a datagram arrived");
            } catch (SocketTimeoutException nothing) {
                // as it should be
            }
        }
    }

    /** Without this the test above could pass because the page tries nothing. */
    @Test
    void the_same_page_reaches_what_may_be_reached() {
        FetchSettings both = FetchersForTests.settings(
                origin,
                Map.of("lacuna.fetch.trusted-addresses", "127.0.0.1:" + origin.port() + ",127.0.0.1:" + secret.port()));
        attack(9);

        Map<String, String> patient =
                Map.of("lacuna.fetch.browser.total", "150s", "lacuna.fetch.browser.settle", "100s");
        BrowsersForTests.fetcher(plain, both, patient).fetch(origin.url("/attack"), FetchOptions.USUAL);

        for (String path : List.of("/secret", "/image", "/frame", "/socket", "/redirected")) {
            assertThat(secret.requests()).as(path).anyMatch(request -> request.contains(" " + path + " "));
        }
        assertThat(secret.visits("/popup")).isZero();
    }

    /** The page keeps one connection open until it has tried everything: a page that falls silent is read at once. */
    private void attack(int datagramPort) {
        String hidden = "127.0.0.1:" + secret.port();
        CountDownLatch tried = new CountDownLatch(1);
        origin.at("/until-tried", out -> {
            tried.await(90, TimeUnit.SECONDS);
            LocalOrigin.page(200, "text/plain", new byte[0]).to(out);
        });
        origin.at("/tried", out -> {
            tried.countDown();
            LocalOrigin.page(200, "text/plain", new byte[0]).to(out);
        });
        origin.redirect("/away", "http://" + hidden + "/redirected");
        origin.html("/trusted", "reached");
        origin.html("/attack", """
                <!doctype html><p id=done></p>
                <img src="http://%1$s/image"><iframe src="http://%1$s/frame"></iframe>
                <iframe src="file:///etc/passwd"></iframe><iframe src="/away"></iframe>
                <link rel=dns-prefetch href="//%1$s"><link rel=preconnect href="http://%1$s">
                <script>
                  fetch('/until-tried');
                  const awhile = () => new Promise(end => setTimeout(end, 20000));
                  const quietly = f => {
                    try { return Promise.race([Promise.resolve(f()).catch(() => 0), awhile()]) } catch (e) { return 0 }
                  };
                  navigator.sendBeacon('http://%1$s/beacon');
                  window.open('http://%1$s/popup');
                  const tries = [
                    ...['http://%1$s/secret', 'http://localhost:%2$d/', 'http://169.254.169.254/', 'http://[::1]/',
                        'http://[::1]:%2$d/', 'http://hidden.example:%2$d/', 'file:///etc/passwd']
                      .map(url => quietly(() => fetch(url, { mode: 'no-cors' }))),
                    quietly(() => new Promise(end => { new WebSocket('ws://%1$s/socket').onerror = end })),
                    quietly(() => new WebTransport('https://127.0.0.1:%3$d/').ready),
                    quietly(async () => {
                      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:%3$d' },
                        { urls: 'turn:127.0.0.1:%2$d?transport=tcp', username: 'a', credential: 'b' }] });
                      peer.createDataChannel('a');
                      await peer.setLocalDescription(await peer.createOffer());
                      await new Promise(end => setTimeout(end, 1500));
                    }),
                    quietly(() => fetch('/trusted').then(answer => answer.text()).then(text => done.textContent = text)),
                  ];
                  Promise.all(tries).then(() => { done.textContent += ', all tried'; fetch('/tried') });
                </script>""".formatted(hidden, secret.port(), datagramPort));
    }

    @Test
    void a_page_that_moves_to_a_private_address_is_refused() {
        origin.redirect("/redirect", "http://127.0.0.1:" + secret.port() + "/secret");
        origin.html("/script", "<script>location = 'http://[::1]:" + secret.port() + "/secret'</script>");

        assertThat(reason("/redirect", Map.of())).isIn(Reason.REFUSED_ADDRESS, Reason.REFUSED_URL);
        assertThat(reason("/script", Map.of())).isIn(Reason.REFUSED_ADDRESS, Reason.REFUSED_URL);
        assertThat(secret.requests()).isEmpty();
    }

    @Test
    void robots_txt_is_asked_before_the_page_and_before_each_page_it_leads_to() {
        origin.at("/robots.txt", LocalOrigin.page(200, "text/plain", """
                User-agent: *
                Disallow: /closed
                """.getBytes(StandardCharsets.UTF_8)));
        origin.html("/closed", "closed");
        origin.redirect("/redirect", "/closed");
        origin.html("/script", "<script>location = '/closed'</script>");

        assertThat(reason("/closed", Map.of())).isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(reason("/redirect", Map.of())).isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(reason("/script", Map.of())).isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(origin.visits("/closed")).isZero();
    }

    @Test
    void a_script_without_end_is_ended() {
        origin.html("/endless", "<p>a</p><script>while (true) {}</script>");

        long start = System.nanoTime();
        assertThat(reason("/endless", Map.of("lacuna.fetch.browser.total", "15s")))
                .isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(14), Duration.ofSeconds(40));
    }

    @Test
    void a_page_that_takes_memory_without_end_is_ended() {
        origin.html(
                "/greedy",
                "<script>for (const kept = [];;) kept.push(new Uint8Array(8 << 20).fill(kept.length + 1))</script>");

        assertThat(reason("/greedy", Map.of())).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_page_that_loads_without_end_is_ended() {
        origin.at("/large", LocalOrigin.page(200, "image/png", new byte[20 << 20]));
        origin.html("/heavy", "<script>for (let i = 0; i < 10; i++) fetch('/large?' + i).then(a => a.blob())</script>");
        for (int i = 0; i < 10; i++) {
            origin.at("/large?" + i, LocalOrigin.page(200, "image/png", new byte[20 << 20]));
        }

        assertThat(reason("/heavy", Map.of("lacuna.fetch.browser.settle", "100s")))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_document_that_scripts_blow_up_is_too_large() {
        origin.html("/balloon", "<p id=p></p><script>p.title = 'x'.repeat(20 << 20)</script>");

        assertThat(reason("/balloon", Map.of())).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_download_is_refused() {
        origin.at(
                "/file",
                LocalOrigin.page(
                        200, "application/zip", new byte[100], "Content-Disposition: attachment; filename=a.zip"));

        assertThat(reason("/file", Map.of())).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void a_status_without_a_page_is_an_answer() {
        origin.at(
                "/gone", LocalOrigin.page(451, "text/html", new byte[0], "Link: <https://a.example/>; rel=blocked-by"));

        Answer gone = answer("/gone");

        assertThat(gone.status()).isEqualTo(451);
        assertThat(gone.header("link")).contains("<https://a.example/>; rel=blocked-by");
    }

    @Test
    void a_server_that_is_not_there_is_no_page() throws IOException {
        origin.html("/moved", "<script>location = 'http://site.example:" + origin.port() + "/cut'</script>");
        origin.at("/cut", LocalOrigin.raw(""));

        assertThat(reason("/cut", Map.of())).isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(reason("/moved", Map.of())).isEqualTo(Reason.CONNECTION_FAILED);
    }
}

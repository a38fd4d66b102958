package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;
import static org.lacuna.fetch.LocalOrigin.raw;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.fetch.NoAnswer.Reason;

/** Whatever a server sends, a fetch ends as a value, in time, and gives everything back. */
@Timeout(60)
class BadInputTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(
            origin,
            Map.of("lacuna.fetch.total", "3s", "lacuna.fetch.silence", "2s", "lacuna.fetch.max-body", "100000"));

    @AfterEach
    void everything_is_given_back() throws IOException {
        // a cancelled exchange gives its connection back a moment after the fetch has ended
        Awaitility.await()
                .untilAsserted(() -> assertThat(fetcher.connectionsInUse()).isZero());
        fetcher.close();
        origin.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 abc OK\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 20\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 99999999999 OK\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 -200 OK\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/9.9 200 OK\\r\\n\\r\\n, BROKEN_ANSWER",
        "ICY 200 OK\\r\\n\\r\\n, BROKEN_ANSWER",
        "<html>an answer in HTTP/0.9</html>\\r\\n, BROKEN_ANSWER",
        "\\x00\\x00\\x00\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nno colon\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\n: no name\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\nabc, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nContent-Length: five\\r\\n\\r\\nabc, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\nabc, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 9999999999\\r\\n\\r\\nabc, TOO_LARGE",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\nabc, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\nabc\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nffffffffffffffffff\\r\\nabc\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nabc\\r\\n0\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nabc\\r\\n0\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n, CONNECTION_FAILED",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nabc, CONNECTION_FAILED",
        "HTTP/1.1 304 Not Modified\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: x-klingon\\r\\nContent-Length: 3\\r\\n\\r\\nabc, BROKEN_ANSWER",
        "HTTP/1.1 302 Found\\r\\nLocation: file:///etc/passwd\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: ftp://site.example/\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: javascript:alert(1)\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: data:text/html;x\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: http://user:pass@site.example/\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: http://site.example:25/\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: http://0x7f.1/\\r\\n\\r\\n, REFUSED_URL",
        "HTTP/1.1 302 Found\\r\\nLocation: http://10.0.0.1/\\r\\n\\r\\n, REFUSED_ADDRESS",
        "HTTP/1.1 302 Found\\r\\nLocation: http://[::1]/\\r\\n\\r\\n, REFUSED_ADDRESS",
        "HTTP/1.1 302 Found\\r\\nLocation: http://[\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 302 Found\\r\\nLocation: http://\\r\\n\\r\\n, BROKEN_ANSWER",
        "HTTP/1.1 302 Found\\r\\nLocation: /bad\\r\\n\\r\\n, TOO_MANY_REDIRECTS",
    })
    void bytes_that_are_not_as_they_should_be_end_with_a_reason(String written, Reason reason) {
        origin.at("/bad", raw(written.replace("\\r\\n", "\r\n").replace("\\x00", "\0")));
        assertThat(reason("/bad")).isEqualTo(reason);
    }

    @Test
    void a_head_without_end_is_refused_whatever_it_is_made_of() {
        origin.at("/lines", out -> endless(out, OK, "X-A: 1\r\n"));
        origin.at("/one-line", out -> endless(out, OK + "X-A: ", "x".repeat(1000)));
        origin.at("/folded", out -> endless(out, OK + "X-A: 1\r\n", " " + "x".repeat(1000) + "\r\n"));
        origin.at("/status", out -> endless(out, "HTTP/1.1 200 ", "x".repeat(1000)));
        origin.at("/names", raw(OK + ("X".repeat(8000) + ": 1\r\n").repeat(60) + "\r\n"));
        origin.at("/trailers", out -> endless(out, OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: 1\r\n"));
        for (String path : new String[] {"/lines", "/one-line", "/folded", "/status", "/names", "/trailers"}) {
            assertThat(reason(path)).as(path).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void interim_responses_without_end_are_a_broken_answer_and_a_few_are_none() {
        for (int status : new int[] {100, 102, 103}) {
            origin.at("/" + status, out -> endless(out, "", "HTTP/1.1 " + status + " Wait\r\n\r\n"));
            assertThat(reason("/" + status)).isEqualTo(Reason.BROKEN_ANSWER);
        }
        origin.at("/early", raw("HTTP/1.1 103 Early\r\nLink: </x>\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nok"));
        assertThat(((Answer) fetcher.fetch(origin.url("/early"))).text()).isEqualTo("ok");
    }

    @Test
    void empty_lines_and_chunks_without_end_are_stopped() {
        origin.at("/empty", out -> endless(out, "", "\r\n"));
        origin.at("/chunks", out -> endless(out, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
        origin.at("/extension", out -> endless(out, OK + "Transfer-Encoding: chunked\r\n\r\n1;", "x".repeat(1000)));
        assertThat(reason("/empty")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/chunks")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/extension")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void more_bytes_than_announced_are_not_read_and_spoil_no_other_page() {
        origin.at("/more", raw(OK + "Content-Length: 3\r\n\r\nabcHTTP/1.1 404 Not Found\r\n\r\n"));
        origin.html("/next", "next");
        assertThat(((Answer) fetcher.fetch(origin.url("/more"))).text()).isEqualTo("abc");
        assertThat(((Answer) fetcher.fetch(origin.url("/next"))).text()).isEqualTo("next");
    }

    @Test
    void a_connection_reset_in_the_middle_is_a_failed_connection() {
        origin.resetting("/reset", OK + "Content-Length: 1000\r\n\r\nabc");
        assertThat(reason("/reset")).isEqualTo(Reason.CONNECTION_FAILED);
    }

    @Test
    void silence_and_a_slow_drip_end_in_time_wherever_they_happen() {
        origin.at("/silent", out -> Thread.sleep(20_000));
        origin.at("/status", out -> drip(out, "HTTP/1.1 200 ", "x"));
        origin.at("/head", out -> drip(out, OK, "X-A: 1\r\n"));
        origin.at("/body", out -> drip(out, OK + "Content-Length: 99999\r\n\r\n", "x"));
        origin.at("/chunk", out -> drip(out, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
        for (String path : new String[] {"/silent", "/status", "/head", "/body", "/chunk"}) {
            long start = System.nanoTime();
            assertThat(reason(path)).as(path).isEqualTo(Reason.TIMED_OUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void a_look_up_that_outlasts_the_fetch_is_a_time_out() throws IOException {
        NameResolver slow = host -> {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return FetchersForTests.names(host);
        };
        GuardedFetcher hasty = FetchersForTests.fetcher(
                FetchersForTests.settings(origin, Map.of("lacuna.fetch.total", "1s")), slow, FetchersForTests.meters());
        assertThat(hasty.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.TIMED_OUT);
        assertThat(hasty.connectionsInUse()).isZero();
        hasty.close();
    }

    @Test
    void tls_garbage_is_a_failed_connection_and_a_handshake_that_drips_ends_in_time() {
        origin.onGarbage(out -> out.write("this is no handshake at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(fetcher.fetch(https("/x"))).extracting("reason").isEqualTo(Reason.CONNECTION_FAILED);
        byte[] largeRecord = {22, 3, 3, 64, 0};
        origin.onGarbage(out -> drip(out, new String(largeRecord, StandardCharsets.ISO_8859_1), "x"));
        long start = System.nanoTime();
        assertThat(fetcher.fetch(URI.create("https://drip.example:" + origin.port() + "/")))
                .extracting("reason")
                .isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void invalid_utf_8_and_zero_bytes_are_text_all_the_same() {
        byte[] body = {'a', 0, (byte) 0xff, (byte) 0xc3, '(', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'z'};
        origin.at("/bytes", page(200, "text/html; charset=utf-8", body, "X-Zero: a\0b", "X-High: \u00ff"));
        Answer answer = (Answer) fetcher.fetch(origin.url("/bytes"));
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.text()).startsWith("a\0\uFFFD").endsWith("z");
    }

    @Test
    void many_bad_fetches_at_once_leave_no_thread_and_no_connection_behind() throws Exception {
        origin.at("/reset", raw(OK + "Content-Length: 10\r\n\r\nabc"));
        fetcher.fetch(origin.url("/reset"));
        int before = Thread.activeCount();
        Thread[] visitors = new Thread[16];
        for (int i = 0; i < visitors.length; i++) {
            visitors[i] = new Thread(() -> {
                for (int n = 0; n < 5; n++) {
                    assertThat(fetcher.fetch(origin.url("/reset"))).isInstanceOf(NoAnswer.class);
                }
            });
            visitors[i].start();
        }
        for (Thread visitor : visitors) {
            visitor.join();
        }
        assertThat(fetcher.connectionsInUse()).isZero();
        // the origin's own threads stay for a while; ours would be one for each fetch
        assertThat(Thread.activeCount()).isLessThan(before + 40);
    }

    private URI https(String path) {
        return URI.create("https://site.example:" + origin.port() + path);
    }

    private static void endless(OutputStream out, String start, String more) throws IOException {
        out.write(start.getBytes(StandardCharsets.ISO_8859_1));
        byte[] again = more.repeat(1 + 10_000 / more.length()).getBytes(StandardCharsets.ISO_8859_1);
        // until the visitor hangs up
        while (true) {
            out.write(again);
        }
    }

    private static void drip(OutputStream out, String start, String drop) throws Exception {
        out.write(start.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.sleep(100);
        }
    }

    private Reason reason(String path) {
        Fetched fetched = fetcher.fetch(origin.url(path));
        assertThat(fetched).isInstanceOf(NoAnswer.class);
        return ((NoAnswer) fetched).reason();
    }
}

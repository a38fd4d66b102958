package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;
import static org.lacuna.fetch.LocalOrigin.raw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lacuna.fetch.NoAnswer.Reason;

@Timeout(60)
class GuardedFetcherTest {
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @Test
    void a_page_comes_back_with_its_headers_text_and_exchange() {
        origin.html("/u/ana?tab=all", "<p>Ana</p>");
        Answer answer = answer("/u/ana?tab=all");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("<p>Ana</p>");
        assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(new String(answer.exchange().request(), StandardCharsets.ISO_8859_1))
                .startsWith("GET /u/ana?tab=all HTTP/1.1\r\n")
                .contains("Host: site.example:" + origin.port())
                .contains("compatible; Lacuna/")
                .contains("+https://")
                .endsWith("\r\n\r\n");
        assertThat(new String(answer.exchange().response(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 200 Because\r\nContent-Type: text/html; charset=utf-8\r\n")
                .endsWith("\r\n\r\n<p>Ana</p>");
    }

    @Test
    void the_request_that_is_kept_is_the_request_that_was_sent() {
        origin.html("/a", "a");
        String kept = new String(answer("/a").exchange().request(), StandardCharsets.ISO_8859_1);
        assertThat(origin.requests()).last().isEqualTo(kept.substring(0, kept.length() - 2));
    }

    @Test
    void a_page_of_300_megabytes_stops_early() {
        AtomicLong sent = new AtomicLong();
        origin.at("/announced", raw("HTTP/1.1 200 OK\r\nContent-Length: 314572800\r\n\r\n" + "x".repeat(1000)));
        origin.at("/streamed", out -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(megabyte);
                sent.addAndGet(megabyte.length);
            }
        });
        assertThat(reason("/announced")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/streamed")).isEqualTo(Reason.TOO_LARGE);
        assertThat(sent).hasValueLessThan(50 << 20);
    }

    @Test
    void an_endless_chunked_body_stops_at_the_cap() {
        origin.at("/endless", out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("ffff\r\n" + "y".repeat(0xffff) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(chunk);
            }
        });
        assertThat(reason("/endless")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_slow_drip_is_cut_off_in_the_body_and_in_the_head() throws IOException {
        origin.at("/body", out -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "z"));
        origin.at("/head", out -> drip(out, "HTTP/1.1 200 OK\r\n", "X-Drip: 1\r\n"));
        GuardedFetcher hasty = FetchersForTests.fetcher(origin, Map.of("lacuna.fetch.total", "1s"));
        long start = System.nanoTime();
        assertThat(hasty.fetch(origin.url("/body"))).extracting("reason").isEqualTo(Reason.TIMED_OUT);
        assertThat(hasty.fetch(origin.url("/head"))).extracting("reason").isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        hasty.close();
    }

    private static void drip(java.io.OutputStream out, String start, String drop) throws Exception {
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write(drop.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(50);
        }
    }

    @Test
    void gzip_and_deflate_are_undone_and_kept_as_sent() throws IOException {
        byte[] zipped = gzip("<p>Grüße</p>".getBytes(StandardCharsets.UTF_8));
        origin.at("/gzip", page(200, "text/html; charset=utf-8", zipped, "Content-Encoding: gzip"));
        origin.at("/twice", page(200, "text/html; charset=utf-8", gzip(zipped), "Content-Encoding: gzip, gzip"));
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(zlib)) {
            deflater.write("<p>Grüße</p>".getBytes(StandardCharsets.UTF_8));
        }
        origin.at("/zlib", page(200, "text/html; charset=utf-8", zlib.toByteArray(), "Content-Encoding: deflate"));
        byte[] raw = Arrays.copyOfRange(zlib.toByteArray(), 2, zlib.size() - 4);
        origin.at("/raw", page(200, "text/html; charset=utf-8", raw, "Content-Encoding: deflate"));
        for (String path : new String[] {"/gzip", "/twice", "/zlib", "/raw"}) {
            assertThat(answer(path).text()).as(path).isEqualTo("<p>Grüße</p>");
        }
        assertThat(answer("/gzip").exchange().response()).endsWith(zipped);
    }

    @Test
    void a_gzip_bomb_stops_at_the_cap_in_every_layer() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);
        origin.at("/bomb", page(200, "text/html", bomb, "Content-Encoding: gzip"));
        byte[] emptyMembers = new byte[32 << 20];
        byte[] member = gzip(new byte[0]);
        for (int i = 0; i + member.length <= emptyMembers.length; i += member.length) {
            System.arraycopy(member, 0, emptyMembers, i, member.length);
        }
        origin.at("/middle", page(200, "text/html", gzip(emptyMembers), "Content-Encoding: gzip, gzip"));
        byte[] members = Arrays.copyOf(emptyMembers, (4 << 20) / member.length * member.length);
        origin.at("/empty-members", page(200, "text/html", members, "Content-Encoding: gzip"));
        assertThat(reason("/bomb")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/middle")).isEqualTo(Reason.TOO_LARGE);
        assertThat(answer("/empty-members").body()).isEmpty();
    }

    @Test
    void content_that_is_not_in_its_coding_is_a_broken_answer() {
        origin.at("/plain", page(200, "text/html", "plain".getBytes(), "Content-Encoding: gzip"));
        origin.at("/brotli", page(200, "text/html", "plain".getBytes(), "Content-Encoding: br"));
        origin.at("/deep", page(200, "text/html", "plain".getBytes(), "Content-Encoding: gzip, gzip, gzip, gzip"));
        assertThat(reason("/plain")).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(reason("/brotli")).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(reason("/deep")).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void a_chunked_answer_is_kept_with_its_length_instead() {
        origin.at(
                "/chunked",
                raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: 1\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
        assertThat(new String(answer("/chunked").exchange().response(), StandardCharsets.ISO_8859_1))
                .isEqualTo("HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 5\r\n\r\nabcde");
    }

    @Test
    void a_page_in_gb18030_is_read() {
        byte[] page = "<meta charset=gb2312><p>此帐号已被封禁 㐂 𠀀</p>".getBytes(Charset.forName("GB18030"));
        origin.at("/gb", page(200, "text/html", page));
        assertThat(answer("/gb").text()).contains("此帐号已被封禁 㐂 𠀀");
    }

    @Test
    void a_lying_charset_is_not_believed() {
        byte[] utf8 = "<p>此帐号已被封禁，无法查看</p>".getBytes(StandardCharsets.UTF_8);
        byte[] gb = "<meta charset=gbk><p>此帐号已被封禁</p>".getBytes(Charset.forName("GB18030"));
        origin.at("/says-latin", page(200, "text/html; charset=iso-8859-1", utf8));
        origin.at("/says-gb", page(200, "text/html; charset=gb18030", utf8));
        origin.at("/says-utf8", page(200, "text/html; charset=utf-8", gb));
        origin.at("/says-nonsense", page(200, "text/html; charset=x-klingon", utf8));
        assertThat(answer("/says-latin").text()).contains("此帐号已被封禁，无法查看");
        assertThat(answer("/says-gb").text()).contains("此帐号已被封禁，无法查看");
        assertThat(answer("/says-utf8").text()).contains("此帐号已被封禁");
        assertThat(answer("/says-nonsense").text()).contains("此帐号已被封禁，无法查看");
    }

    @Test
    void bytes_that_are_not_http_are_a_broken_answer() {
        origin.at("/ssh", raw("SSH-2.0-OpenSSH_9.2\r\n"));
        origin.at("/chunks", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"));
        assertThat(reason("/ssh")).isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(reason("/chunks")).isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void a_body_shorter_than_announced_is_a_failed_connection() {
        origin.at("/short", raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
        origin.at("/cut", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc"));
        origin.at("/nothing", raw(""));
        assertThat(reason("/short")).isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(reason("/cut")).isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(reason("/nothing")).isEqualTo(Reason.CONNECTION_FAILED);
    }

    @Test
    void a_million_headers_and_an_endless_header_line_are_refused() {
        origin.at("/many", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        origin.at("/long", raw("HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(1 << 20) + "\r\n\r\n"));
        assertThat(reason("/many")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("/long")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_server_that_is_not_there_is_a_failed_connection_and_a_name_that_is_not_there_an_unknown_host()
            throws IOException {
        URI gone;
        GuardedFetcher other;
        try (LocalOrigin closed = new LocalOrigin()) {
            gone = closed.url("/");
            other = FetchersForTests.fetcher(closed);
        }
        assertThat(other.fetch(gone)).extracting("reason").isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(fetcher.fetch(URI.create("http://nowhere.invalid/")))
                .extracting("reason")
                .isEqualTo(Reason.UNKNOWN_HOST);
        other.close();
    }

    @Test
    void a_no_answer_never_names_an_address() {
        NoAnswer refused = (NoAnswer) fetcher.fetch(URI.create("http://127.0.0.1/"));
        assertThat(refused.detail()).doesNotContain("127.0.0.1").startsWith("expected");
    }

    private Answer answer(String path) {
        Fetched fetched = fetcher.fetch(origin.url(path));
        assertThat(fetched).isInstanceOf(Answer.class);
        return (Answer) fetched;
    }

    private Reason reason(String path) {
        Fetched fetched = fetcher.fetch(origin.url(path));
        assertThat(fetched).isInstanceOf(NoAnswer.class);
        return ((NoAnswer) fetched).reason();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        }
        return zipped.toByteArray();
    }
}

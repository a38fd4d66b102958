package org.lacuna.api.copies;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.api.access.Limits;
import org.lacuna.api.access.Reader;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redactions;
import org.lacuna.ledger.LogSteps;
import org.lacuna.ledger.PublicLog;
import org.lacuna.publication.CurrentCases;

/** What is answered between the codec and the server, on one connection after the other. */
@QuarkusTest
class ShortWayTest {
    private static final String ZOOM = "zoom-humanitarian-china-2020";
    private static final String PATH = Question.CASES + ZOOM;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Copies copies;

    @Inject
    TileCopies tiles;

    @Inject
    PageCopies pages;

    @Inject
    KeptAnswers kept;

    @Inject
    LogSteps steps;

    @Inject
    PublicLog log;

    @Inject
    Limits limits;

    @Inject
    MeterRegistry meters;

    @Inject
    CurrentCases cases;

    @Inject
    Redactions redactions;

    @BeforeEach
    void watched() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            given().get(PATH);
            return copies.find(ZOOM).isPresent();
        });
    }

    @Test
    void the_same_question_is_counted_and_measured_each_time_and_answered_with_the_same_headers() throws Exception {
        try (Connection connection = new Connection(root)) {
            long before = measured();
            Told first = connection.ask(PATH);
            connection.ask(PATH);
            Told third = connection.ask(PATH);
            assertThat(copies.find(ZOOM).flatMap(copy -> copy.remembered()
                            .answer(new Question(false, PATH, root.getAuthority(), "", "", ""))))
                    .as("remembered")
                    .isPresent();

            assertThat(third.body).isEqualTo(first.body).contains(ZOOM);
            assertThat(third.withoutTheMoment()).isEqualTo(first.withoutTheMoment());
            assertThat(third.headers).containsKeys("content-security-policy", "link", "vary", "etag", "cache-control");
            if (third.number("ratelimit-reset") <= first.number("ratelimit-reset")) {
                assertThat(third.number("ratelimit-remaining")).isEqualTo(first.number("ratelimit-remaining") - 2);
            }
            await().untilAsserted(() -> assertThat(measured()).isEqualTo(before + 3));
        }
    }

    @Test
    void a_tile_is_answered_alike_from_the_disk_and_from_memory_and_counts_for_nobody() throws Exception {
        steps.all();
        long size = log.head().size();
        String path = Question.TILES + "0/000" + (size < 256 ? ".p/" + size : "");
        try (Connection connection = new Connection(root)) {
            Told first = connection.ask(path);
            connection.ask(path);
            Told third = connection.ask(path);
            assertThat(tiles.find(path).flatMap(tile -> tile.remembered()
                            .answer(new Question(false, path, root.getAuthority(), "", "", ""))))
                    .as("remembered")
                    .isPresent();
            assertThat(third.body).isEqualTo(first.body);
            assertThat(third.withoutTheMoment()).isEqualTo(first.withoutTheMoment());
            assertThat(third.headers)
                    .containsKeys("content-security-policy", "access-control-allow-origin")
                    .containsEntry("cache-control", "public, max-age=31536000, immutable")
                    .doesNotContainKey("ratelimit-limit");
        }
    }

    @Test
    void a_page_is_answered_alike_by_the_server_and_on_the_short_way_while_it_is_believed() throws Exception {
        String path = "/cases/" + ZOOM;
        String address = PageCopies.address("http", root.getAuthority(), path);
        pages.believe(Duration.ofHours(1));
        try (Connection connection = new Connection(root)) {
            connection.ask("/");
            connection.ask(path);
            Told second = connection.ask(path);
            assertThat(pages.findAgain(address).flatMap(page -> page.remembered()
                            .answer(new Question(false, path, root.getAuthority(), "", "", ""))))
                    .as("remembered")
                    .isPresent();
            Told third = connection.ask(path);
            assertThat(third.body).isEqualTo(second.body).contains("<h1>");
            assertThat(third.withoutTheMoment()).isEqualTo(second.withoutTheMoment());
            assertThat(third.headers)
                    .containsKeys("content-security-policy", "link", "vary", "cache-control")
                    .doesNotContainKey("ratelimit-limit");

            pages.forgetAll();
            assertThat(pages.findAgain(address)).isEmpty();
            assertThat(connection.ask(path).headers).containsKey("content-security-policy");
        } finally {
            pages.believe(Duration.ZERO);
        }
    }

    @Test
    void what_is_hidden_is_gone_from_a_connection_that_is_open() throws Exception {
        Grounds grounds = new Grounds("error", "It was another account.", UUID.randomUUID());
        Passage text = Passage.text(ZOOM, "r1");
        try (Connection connection = new Connection(root)) {
            String told = connection.ask(PATH).body;
            assertThat(List.of(connection.ask(PATH).body, connection.ask(PATH).body))
                    .containsOnly(told);
            redactions.hide(text, grounds, Optional.empty());
            assertThat(connection.ask(PATH).body).isNotEqualTo(told).contains("redacted");
            redactions.show(text, grounds);
            assertThat(connection.ask(PATH).body).doesNotContain("redacted");
        }
    }

    @Test
    void answers_come_in_the_order_of_their_questions() throws Exception {
        try (Connection connection = new Connection(root)) {
            connection.ask(PATH);
            connection.ask(PATH);
            List<String> paths = List.of(
                    PATH,
                    "/api/v1/cases?limit=2",
                    PATH,
                    Question.CASES + "no-such-case",
                    PATH,
                    PATH,
                    "/q/health",
                    PATH);
            connection.send(paths);
            for (String path : paths) {
                Told told = connection.read();
                assertThat(told.status).as(path).contains(path.contains("no-such") ? "404" : "200");
                assertThat(told.headers.containsKey("etag") && told.body.contains("\"" + ZOOM + "\""))
                        .as(path)
                        .isEqualTo(path.equals(PATH));
            }
        }
    }

    @Test
    void the_server_is_asked_again_by_whom_something_is_different_for() {
        EmbeddedChannel channel = learned(100);
        assertThat(answeredHere(channel, question())).isTrue();
        assertThat(answeredHere(channel, with("Accept", "application/json"))).isFalse();
        assertThat(answeredHere(learned(100), with("Authorization", "Bearer 1")))
                .isFalse();
        assertThat(answeredHere(learned(100), with("X-Forwarded-For", "192.0.2.1")))
                .isFalse();
        assertThat(answeredHere(learned(100), with("Connection", "close"))).isFalse();
        assertThat(answeredHere(learned(100), with("Host", "other.example"))).isFalse();
        assertThat(answeredHere(learned(100), with("Content-Length", "1"))).isFalse();
        assertThat(answeredHere(learned(100), with("User-Agent", "Mozilla/5.0")))
                .isTrue();
    }

    @Test
    void the_server_refuses_whoever_has_asked_too_much() {
        EmbeddedChannel channel = learned(2);
        assertThat(answeredHere(channel, question())).isTrue();
        assertThat(answeredHere(channel, question())).isTrue();
        assertThat(answeredHere(channel, question())).isFalse();
    }

    @Test
    void an_answer_is_remembered_no_longer_than_the_copy_it_was_made_of() {
        EmbeddedChannel channel = learned(100);
        assertThat(answeredHere(channel, question())).isTrue();
        copies.forgetAll();
        assertThat(answeredHere(channel, question())).isFalse();
    }

    /** A connection on which the server, which this test is, has answered the question once. */
    private EmbeddedChannel learned(int perMinute) {
        Copy copy = new Copy("short-way-case", cases.find(Set.of(ZOOM)).get(ZOOM), Optional.empty());
        copies.forget(Set.of(), System.nanoTime());
        copies.keep(Map.of("short-way-case", copy), copies.generation());
        Reader reader = new Reader(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), perMinute, false);
        ShortWay way = new ShortWay(kept, limits, reader, meters);
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline().addLast(ShortWay.CODEC, new HttpResponseEncoder());
        channel.pipeline().addLast(way);
        channel.writeOutbound(answer());
        assertThat(answeredHere(channel, question())).isFalse();
        way.answersFrom(copy.remembered(), Question.CASES + "{slug}");
        channel.writeOutbound(answer());
        channel.releaseOutbound();
        return channel;
    }

    private static DefaultFullHttpResponse answer() {
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer("{}", StandardCharsets.UTF_8));
    }

    private static HttpRequest question() {
        HttpRequest request =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, Question.CASES + "short-way-case");
        request.headers().set("Host", "record.example");
        return request;
    }

    private static HttpRequest with(String name, String value) {
        HttpRequest request = question();
        request.headers().set(name, value);
        return request;
    }

    private static boolean answeredHere(EmbeddedChannel channel, HttpRequest request) {
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
        boolean passedOn = channel.releaseInbound();
        return channel.releaseOutbound() && !passedOn;
    }

    private long measured() {
        return meters
                .find("http.server.requests")
                .tags("uri", Question.CASES + "{slug}", "method", "GET", "status", "200")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private record Told(String status, Map<String, String> headers, String body) {
        long number(String header) {
            return Long.parseLong(headers.get(header));
        }

        Map<String, String> withoutTheMoment() {
            Map<String, String> lasting = new TreeMap<>(headers);
            lasting.keySet().removeAll(List.of("ratelimit-remaining", "ratelimit-reset"));
            return lasting;
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final String host;
        private final InputStream in;

        Connection(URI root) throws IOException {
            socket = new Socket(root.getHost(), root.getPort());
            socket.setSoTimeout(20_000);
            host = root.getAuthority();
            in = new BufferedInputStream(socket.getInputStream());
        }

        Told ask(String path) throws IOException {
            send(List.of(path));
            return read();
        }

        void send(List<String> paths) throws IOException {
            StringBuilder all = new StringBuilder();
            paths.forEach(path -> all.append("GET ")
                    .append(path)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(host)
                    .append("\r\n\r\n"));
            socket.getOutputStream().write(all.toString().getBytes(StandardCharsets.US_ASCII));
        }

        Told read() throws IOException {
            String status = line();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(); !line.isEmpty(); line = line()) {
                headers.put(line.substring(0, line.indexOf(':')).toLowerCase(), line.substring(line.indexOf(':') + 2));
            }
            StringBuilder body = new StringBuilder();
            if (headers.containsKey("content-length")) {
                return new Told(status, headers, bytes(Integer.parseInt(headers.get("content-length"))));
            }
            for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
                body.append(bytes(length));
                line();
            }
            line();
            return new Told(status, headers, body.toString());
        }

        private String bytes(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                assertThat(c).as("the connection ended").isNotNegative();
                line.append((char) c);
            }
            return line.toString().strip();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

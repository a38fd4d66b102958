package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lacuna.fetch.MessageTarget.answer;
import static org.lacuna.fetch.MessageTarget.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

class PostTest {
    private final MessageTarget target = new MessageTarget(0);
    private final GuardedFetcher fetcher = fetcher(FetchersForTests::names);

    PostTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        target.close();
    }

    private GuardedFetcher fetcher(NameResolver names) {
        return FetchersForTests.fetcher(
                FetchersForTests.settings(Map.of("lacuna.fetch.trusted-addresses", "127.0.0.1:" + target.port())),
                names,
                new SimpleMeterRegistry());
    }

    private Posted post(URI to, Duration total, int read) {
        return fetcher.post(new Message(
                to, Map.of("webhook-id", "msg_1"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8), total, read));
    }

    private Posted post(String path) {
        return post(target.url("site.example", path), Duration.ofSeconds(10), 100);
    }

    @Test
    void a_message_arrives_with_its_headers_and_says_who_we_are() {
        target.at("/in", answer(202, "thanks"));
        Receipt receipt = (Receipt) post("/in");

        assertThat(receipt.accepted()).isTrue();
        assertThat(receipt.start()).asString(StandardCharsets.UTF_8).isEqualTo("thanks");
        MessageTarget.Received message = target.received().get(0);
        assertThat(message.body()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(message.headers())
                .containsEntry("webhook-id", "msg_1")
                .containsEntry("accept-encoding", "identity")
                .doesNotContainKeys("cookie", "referer", "authorization", "accept-language");
        assertThat(message.headers().get("content-type")).startsWith("application/json");
        assertThat(message.headers().get("user-agent")).contains("Lacuna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://127.0.0.1/",
                "https://192.168.1.1/hook"
            })
    void what_is_not_public_is_never_asked(String url) {
        assertThat(post(URI.create(url), Duration.ofSeconds(5), 0))
                .extracting("reason")
                .isEqualTo(Reason.REFUSED_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://site.example/", "http://user:pass@site.example/", "http://site.example:22/", "http:///x"})
    void a_url_that_is_none_of_the_web_is_refused_before_anything_is_asked(String url) {
        assertThat(fetcher.objection(URI.create(url))).isPresent();
        assertThat(post(URI.create(url), Duration.ofSeconds(5), 0))
                .extracting("reason")
                .isEqualTo(Reason.REFUSED_URL);
    }

    @Test
    void a_name_that_points_inside_a_moment_later_is_refused_there() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        target.at("/in", status(204));
        try (Closing rebound = new Closing(fetcher(
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.7"))))) {
            Message message = new Message(
                    target.url("rebound.example", "/in"), Map.of(), new byte[] {'1'}, Duration.ofSeconds(5), 0);
            assertThat(rebound.fetcher.post(message)).isInstanceOf(Receipt.class);
            assertThat(rebound.fetcher.post(message)).extracting("reason").isEqualTo(Reason.REFUSED_ADDRESS);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        target.at("/in", status(307, "Location: http://169.254.169.254/")).at("/next", status(200));
        target.at("/local", status(308, "Location: /next"));

        assertThat(post("/in")).extracting("status").isEqualTo(307);
        assertThat(post("/local")).extracting("status").isEqualTo(308);
        assertThat(target.received("/next")).isEmpty();
    }

    @Test
    void ten_gigabytes_are_not_read() throws Exception {
        target.at("/flood", target.flood());
        Receipt receipt = (Receipt) post("/flood");

        assertThat(receipt.start()).hasSize(100);
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(300))
                .until(() -> before.getAndSet(target.flooded()) == target.flooded());
        assertThat(target.flooded()).isLessThan(50_000_000);
    }

    @Test
    void who_hangs_is_left_after_the_time_that_the_message_has() {
        target.at("/hang", target.hang());
        long start = System.nanoTime();

        assertThat(post(target.url("site.example", "/hang"), Duration.ofMillis(700), 0))
                .extracting("reason")
                .isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
    }

    @Test
    void who_hangs_up_without_a_word_is_not_asked_again() {
        target.at("/rude", (message, out) -> {});
        assertThat(post("/rude")).extracting("reason").isEqualTo(Reason.CONNECTION_FAILED);
        assertThat(target.received("/rude")).hasSize(1);
    }

    @Test
    void how_long_a_host_wants_to_be_left_alone_is_told() {
        target.at("/busy", status(503, "Retry-After: 120"));
        assertThat(((Receipt) post("/busy")).pause()).contains(Duration.ofSeconds(120));
    }

    private record Closing(GuardedFetcher fetcher) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            fetcher.close();
        }
    }
}

package org.lacuna.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestMulti;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.publication.PublicRecord;

/** Over real sockets, with a list that never ends: no buffer between us and a reader is large enough for it. */
@QuarkusTest
class GreedyReadersTest {
    private static final int OF_ONE_READER = 4;
    private static final String LIST = "/api/v1/cases?format=ndjson";
    private static final byte[] LINE = "{\"slug\":\"a-case\"}".repeat(100).getBytes(StandardCharsets.US_ASCII);

    @TestHTTPResource("/")
    URL server;

    @Inject
    PublicRecord record;

    @Inject
    Lines lines;

    @Inject
    ObjectMapper json;

    private final List<Socket> open = new ArrayList<>();
    private final String greedy = UUID.randomUUID().toString();

    @BeforeEach
    void the_list_of_cases_never_ends() {
        QuarkusMock.installMockForType(new Endless(), DocumentLists.class);
    }

    @AfterEach
    void hang_up() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        QuarkusMock.installMockForType(new DocumentLists(record, lines, json), DocumentLists.class);
    }

    private final class Endless extends DocumentLists {
        Endless() {
            super(record, lines, json);
        }

        @Override
        RestMulti<byte[]> lines(DocumentKind kind, UriInfo uri) {
            List<byte[]> some = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                some.add(LINE);
            }
            return lines.stream(
                    Optional.empty(),
                    Long.MAX_VALUE,
                    (cursor, limit) -> new Lines.Part(Lines.joined(some), some.size(), Optional.of("on")));
        }
    }

    /** Asks and takes no more than the status; it is returned. */
    private String ask(String circuit) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(8 * 1024);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream()
                .write(("GET " + LIST + " HTTP/1.1\r\nHost: localhost\r\nX-Lacuna-Circuit: " + circuit + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
    }

    private static RequestSpecification by(String circuit) {
        return given().header("X-Lacuna-Circuit", circuit);
    }

    @Test
    void a_reader_with_many_connections_gets_a_few_lists_and_keeps_nobody_else_from_theirs() throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            answers.add(ask(greedy));
        }

        assertThat(answers.subList(0, OF_ONE_READER)).containsOnly("200");
        assertThat(answers.subList(OF_ONE_READER, OF_ONE_READER + 10))
                .as("before the first ones are found to be slow")
                .containsOnly("429");
        assertThat(answers.stream().filter("429"::equals)).hasSizeGreaterThan(60);
        assertThat(ask(UUID.randomUUID().toString())).isEqualTo("200");
        given().get("/api/v1/entries?format=ndjson&limit=10")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60");
    }

    @Test
    void whoever_has_all_that_one_may_have_is_told_what_to_do() throws IOException {
        for (int i = 0; i < OF_ONE_READER; i++) {
            assertThat(ask(greedy)).isEqualTo("200");
        }

        by(greedy)
                .get("/api/v1/entries?format=csv")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "10")
                .header("Cache-Control", "no-store")
                .body("detail", containsString("at most 4 lists"));
        by(greedy).get("/api/v1/entries?limit=1").then().statusCode(200);
    }

    @Test
    void a_reader_who_takes_nothing_is_broken_off_and_the_place_is_free() throws IOException {
        for (int i = 0; i < OF_ONE_READER; i++) {
            assertThat(ask(greedy)).isEqualTo("200");
        }
        assertThat(ask(greedy)).isEqualTo("429");

        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        by(greedy).get("/api/v1/entries?format=ndjson&limit=10").statusCode() == 200);
        // until each is broken off, and not only one of them: the rest of a list without end is read for ever
        await().atMost(Duration.ofSeconds(40)).until(this::everyPlaceIsFree);

        assertThat(restOf(open.get(0)))
                .as("what was under way, and not the end of a list")
                .doesNotEndWith("\r\n0\r\n\r\n");
    }

    private boolean everyPlaceIsFree() throws IOException {
        int first = open.size();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < OF_ONE_READER; i++) {
            answers.add(ask(greedy));
        }
        for (Socket tried : open.subList(first, open.size())) {
            tried.close();
        }
        return answers.stream().allMatch("200"::equals);
    }

    @Test
    void a_reader_who_takes_what_comes_is_not_broken_off() throws Exception {
        assertThat(ask(greedy)).isEqualTo("200");
        Socket reader = open.get(0);
        byte[] some = new byte[16 * 1024];
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (System.nanoTime() < end) {
            assertThat(reader.getInputStream().readNBytes(some, 0, some.length)).isEqualTo(some.length);
            Thread.sleep(10);
        }
    }

    @Test
    void whoever_wants_only_the_head_holds_no_place() {
        for (int i = 0; i < 3 * OF_ONE_READER; i++) {
            by(greedy)
                    .head(LIST)
                    .then()
                    .statusCode(200)
                    .contentType("application/x-ndjson")
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Vary", containsString("Accept"));
        }
    }

    private static String restOf(Socket reader) {
        StringBuilder end = new StringBuilder();
        byte[] some = new byte[8192];
        try {
            for (int read = reader.getInputStream().read(some);
                    read >= 0;
                    read = reader.getInputStream().read(some)) {
                end.setLength(0);
                end.append(new String(some, 0, read, StandardCharsets.US_ASCII));
            }
        } catch (IOException cutOff) {
            end.append("cut off");
        }
        return end.toString();
    }
}

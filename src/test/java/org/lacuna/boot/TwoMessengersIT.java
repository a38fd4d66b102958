package org.lacuna.boot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.fetch.MessageTarget;
import org.lacuna.fetch.MessageTarget.Received;

/**
 * Two processes of the packaged program deliver to one subscriber. The one that is in the middle of a message is killed:
 * the other sends that message again under the same id, and no other twice.
 */
class TwoMessengersIT {
    private static final String PATH = "/hook";
    private static final int HANGS_AT = 5;

    @TempDir
    Path folder;

    private final Map<String, Process> nodes = new LinkedHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private EmbeddedPostgres postgres;
    private MessageTarget target;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        target = new MessageTarget(0).at(PATH, this::take);
    }

    @AfterEach
    void close() throws Exception {
        for (Process node : nodes.values()) {
            node.destroyForcibly().waitFor();
        }
        target.close();
        postgres.close();
    }

    @Test
    void a_message_whose_sender_was_killed_comes_again_under_the_same_id_and_no_other_does() throws Exception {
        int first = start("first");
        int second = start("second");
        given().contentType("application/json")
                .body(Map.of("url", target.url("127.0.0.1", PATH), "filter", Map.of(), "after", 0))
                .post("http://localhost:" + first + "/api/v1/webhooks")
                .then()
                .statusCode(201);

        assertThat(hanging.await(1, TimeUnit.MINUTES))
                .as("message no. " + HANGS_AT + " is under way")
                .isTrue();
        Received unfinished = sent().get(HANGS_AT - 1);
        String sender = sender(unfinished);
        nodes.get(sender).destroyForcibly().waitFor();

        String other = sender.equals("first") ? "second" : "first";
        List<Integer> expected = JsonPath.from(given().get("http://localhost:"
                                + (other.equals("first") ? first : second) + "/api/v1/changes?limit=500")
                        .asString())
                .getList("changes.sequence");
        Awaitility.await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(sent())
                .hasSizeGreaterThanOrEqualTo(expected.size() + 1));

        List<String> ids = sent().stream().map(TwoMessengersIT::id).toList();
        assertThat(ids.get(HANGS_AT))
                .as("sent again by the other, at once and under its id")
                .isEqualTo(id(unfinished));
        assertThat(sent().subList(HANGS_AT, ids.size()))
                .allMatch(each -> sender(each).equals(other));
        List<Received> each = new ArrayList<>(sent());
        each.remove(HANGS_AT);
        assertThat(each.stream().map(TwoMessengersIT::id)).doesNotHaveDuplicates();
        assertThat(each.stream().map(message -> JsonPath.from(message.body()).getInt("data.sequence")))
                .isEqualTo(expected);
    }

    /** Says yes when asked; takes every message but one, which it never answers. */
    private void take(Received message, OutputStream out) throws Exception {
        if (message.body().contains("webhook.verification")) {
            String challenge = JsonPath.from(message.body()).getString("data.challenge");
            MessageTarget.answer(200, "{\"challenge\":\"" + challenge + "\"}").answer(message, out);
        } else if (messages.incrementAndGet() == HANGS_AT) {
            hanging.countDown();
            target.hang().answer(message, out);
        } else {
            MessageTarget.status(204).answer(message, out);
        }
    }

    private List<Received> sent() {
        return target.received(PATH).stream()
                .filter(message -> !message.body().contains("webhook.verification"))
                .collect(Collectors.toList());
    }

    private static String id(Received message) {
        return message.headers().get("webhook-id");
    }

    private static String sender(Received message) {
        return message.headers().get("user-agent").contains("first.example") ? "first" : "second";
    }

    /** @return its port, once it answers */
    private int start(String name) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(Packaged.small("serve"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("LACUNA_DATA", folder.resolve(name).toString());
        environment.put("LACUNA_LEDGER_KEY_FILE", folder.resolve("service.key").toString());
        environment.put("LACUNA_ROLES", "public,scheduler");
        environment.put("LACUNA_FETCH_TRUSTED_ADDRESSES", "127.0.0.1:" + target.port());
        environment.put("LACUNA_FETCH_CONTACT", "https://" + name + ".example/");
        environment.put("LACUNA_HOOKS_LEASE", "5s");
        environment.put("LACUNA_HOOKS_EVERY", "200ms");
        environment.put("LACUNA_HOOKS_ASK_AFTER", "0s");
        environment.put("LACUNA_HOOKS_PLAIN_HTTP", "true");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        nodes.put(name, builder.start());
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(() -> given().get("http://localhost:" + port + "/q/health/ready")
                                .statusCode()
                        == 200);
        return port;
    }
}

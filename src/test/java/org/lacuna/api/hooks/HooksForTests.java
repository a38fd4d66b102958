package org.lacuna.api.hooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.cases.AddEntries;
import org.lacuna.cases.Context;
import org.lacuna.cases.Head;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RestrictionLifted;
import org.lacuna.fetch.MessageTarget;
import org.lacuna.shared.Database;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.TextFile;

/** Signs up, makes changes, and looks at what arrived. */
@ApplicationScoped
class HooksForTests {
    private final ImportRecord importRecord;
    private final AddEntries add;
    private final Database database;
    private final HookDispatcher dispatcher;
    private final ObjectMapper json;
    private final int port;

    HooksForTests(
            ImportRecord importRecord,
            AddEntries add,
            Database database,
            HookDispatcher dispatcher,
            ObjectMapper json,
            @ConfigProperty(name = "lacuna.test.origin-port") int port) {
        this.importRecord = importRecord;
        this.add = add;
        this.database = database;
        this.dispatcher = dispatcher;
        this.json = json;
        this.port = port;
    }

    /** A subscription and what its owner was told. */
    record Own(String id, String token, String secret) {
        Response get(String path) {
            return given().header("Authorization", "Bearer " + token).get("/api/v1/webhooks/" + id + path);
        }

        Response post(String path, String body) {
            return given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(body)
                    .post("/api/v1/webhooks/" + id + path);
        }

        Response patch(String body) {
            return given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(body)
                    .patch("/api/v1/webhooks/" + id);
        }

        String state() {
            return get("").jsonPath().getString("state");
        }
    }

    MessageTarget target() throws IOException {
        return new MessageTarget(port);
    }

    String url(String host, String path) {
        return "http://" + host + ".example:" + port + path;
    }

    void forgetAll() {
        database.change("DELETE FROM webhook");
        database.change("DELETE FROM webhook_host");
    }

    static Response signUp(String body) {
        return given().contentType("application/json").body(body).post("/api/v1/webhooks");
    }

    Own subscribe(String url, Map<String, String> filter) throws IOException {
        Response answer = signUp(json.writeValueAsString(Map.of("url", url, "filter", filter)));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Own(
                answer.jsonPath().getString("id"),
                answer.jsonPath().getString("token"),
                answer.jsonPath().getString("secret"));
    }

    /** Subscribes a path that says yes, and from then on behaves like this. */
    Own active(MessageTarget target, String host, String path, Map<String, String> filter, MessageTarget.Manner manner)
            throws IOException {
        target.at(path, echo());
        Own own = subscribe(url(host, path), filter);
        dispatcher.workAll();
        assertThat(own.state()).isEqualTo("active");
        target.at(path, manner);
        return own;
    }

    /** Sends the challenge back. */
    MessageTarget.Manner echo() {
        return (message, out) -> MessageTarget.answer(
                        200,
                        "{\"challenge\":\""
                                + json.readTree(message.body())
                                        .at("/data/challenge")
                                        .asText() + "\"}")
                .answer(message, out);
    }

    List<MessageTarget.Received> messages(MessageTarget target, String path) {
        return target.received(path).stream()
                .filter(each -> !each.body().contains("webhook.verification"))
                .toList();
    }

    boolean signed(MessageTarget.Received message, String secret) {
        String expected = Signature.header(
                List.of(Signature.secret(secret)),
                message.headers().get("webhook-id"),
                Long.parseLong(message.headers().get("webhook-timestamp")),
                message.body().getBytes(StandardCharsets.UTF_8));
        return List.of(message.headers().get("webhook-signature").split(" ")).contains(expected);
    }

    /** What is due later is due now. */
    void hurry() {
        database.change("UPDATE webhook SET due = now() WHERE due < 'infinity'");
        database.change("UPDATE webhook_trouble SET due = now()");
    }

    void later(Own own, String time) {
        database.change(
                "UPDATE webhook_trouble SET first = first - ?::interval WHERE webhook = ?::uuid", time, own.id());
        database.change(
                "UPDATE webhook SET failing_since = failing_since - ?::interval, created = created - ?::interval"
                        + " WHERE id = ?::uuid",
                time,
                time,
                own.id());
    }

    void record(String incident) {
        importRecord.files(List.of(new TextFile(incident + ".yaml", """
                incident: %1$s
                title: Hooks
                summary: Cases that are told of.
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: "A name that is never sent", url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_ACCOUNT_SUSPENDED
                    scope: [ worldwide ]
                    demanded-by: null
                    text: A text that is never sent.
                    sources: [ paper ]
                """.formatted(incident))));
    }

    void addLine(String incident) {
        add.add(incident + "-case", List.of(), free -> List.of(new Context(head(free.next("e")))));
    }

    void lift(String incident) {
        add.add(
                incident + "-case",
                List.of(),
                free -> List.of(new RestrictionLifted(head(free.next("e")), List.of("r1"), "full", "unknown")));
    }

    private static Head head(String id) {
        return new Head(
                id, EdtfDate.parse("2020-06-10"), "Another line.", List.of("paper"), List.of(), Optional.empty());
    }
}

package org.lacuna.api.hooks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.lacuna.api.hooks.HooksForTests.signUp;
import static org.lacuna.fetch.MessageTarget.answer;
import static org.lacuna.fetch.MessageTarget.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.fetch.MessageTarget;
import org.lacuna.shared.Database;

/** Signing up and looking after a subscription. */
@QuarkusTest
class WebhooksTest {
    @Inject
    HooksForTests hooks;

    @Inject
    HookDispatcher dispatcher;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    private MessageTarget target;

    @BeforeEach
    void open() throws IOException {
        hooks.forgetAll();
        target = hooks.target();
    }

    @AfterEach
    void close() throws IOException {
        target.close();
        hooks.forgetAll();
    }

    @Test
    void a_target_is_asked_first_and_then_told_of_what_changes() throws Exception {
        target.at("/in", hooks.echo());
        Response made =
                signUp("{\"url\":\"" + hooks.url("news", "/in") + "\",\"filter\":{\"incident\":\"hooks-told\"}}");
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("unverified"))
                .body("filter.incident", equalTo("hooks-told"));
        String secret = made.jsonPath().getString("secret");
        HooksForTests.Own own = new HooksForTests.Own(
                made.jsonPath().getString("id"), made.jsonPath().getString("token"), secret);
        assertThat(made.header("Location")).endsWith("/api/v1/webhooks/" + own.id());
        hooks.record("hooks-told");
        assertThat(target.received()).isEmpty();

        dispatcher.workAll();

        assertThat(own.state()).isEqualTo("active");
        MessageTarget.Received question = target.received().get(0);
        assertThat(json.readTree(question.body()).get("type").asText()).isEqualTo("webhook.verification");
        assertThat(hooks.signed(question, secret)).isTrue();
        List<MessageTarget.Received> told = hooks.messages(target, "/in");
        assertThat(told).hasSize(2);
        assertThat(told)
                .allSatisfy(each -> assertThat(hooks.signed(each, secret)).isTrue());
        JsonNode message = json.readTree(told.get(0).body());
        assertThat(message.get("type").asText()).isEqualTo("case.created");
        assertThat(message.at("/data/slug").asText()).isEqualTo("hooks-told-case");
        assertThat(message.at("/data/url").asText()).endsWith("/api/v1/cases/hooks-told-case");
        assertThat(message.at("/data/digest").asText()).startsWith("sha256:");
        assertThat(given().get(message.at("/data/url").asText().replaceFirst("^https?://[^/]+", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(told.toString()).doesNotContain("never sent");
        own.get("/deliveries")
                .then()
                .statusCode(200)
                .body("deliveredTo", equalTo(own.get("/deliveries").jsonPath().getInt("last")))
                .body("retrying.size()", equalTo(0))
                .body("dead.size()", equalTo(0));
        assertThat(dispatcher.workAll()).isZero();
        assertThat(hooks.messages(target, "/in")).hasSize(2);
    }

    @Test
    void who_does_not_send_the_challenge_back_gets_nothing_and_is_asked_once() throws Exception {
        target.at("/deaf", status(204)).at("/wrong", answer(200, "{\"challenge\":\"another\"}"));
        HooksForTests.Own deaf = hooks.subscribe(hooks.url("deaf", "/deaf"), Map.of());
        HooksForTests.Own wrong = hooks.subscribe(hooks.url("wrong", "/wrong"), Map.of());
        HooksForTests.Own inside = hooks.subscribe("http://169.254.169.254/hook", Map.of());
        hooks.record("hooks-deaf");

        dispatcher.workAll();
        hooks.hurry();
        dispatcher.workAll();

        assertThat(target.received()).hasSize(2);
        deaf.get("").then().body("state", equalTo("unverified")).body("why", containsString("challenge"));
        assertThat(wrong.state()).isEqualTo("unverified");
        inside.get("").then().body("state", equalTo("unverified")).body("why", equalTo("no public address"));

        target.at("/deaf", hooks.echo());
        deaf.patch("{\"state\":\"active\"}").then().statusCode(200);
        dispatcher.workAll();
        assertThat(deaf.state()).isEqualTo("active");
        assertThat(hooks.messages(target, "/deaf")).isNotEmpty();

        hooks.later(wrong, "2 hours");
        dispatcher.forget();
        wrong.get("").then().statusCode(404);
    }

    @Test
    void a_new_secret_signs_beside_the_old_one_for_a_day() throws Exception {
        HooksForTests.Own own =
                hooks.active(target, "rotates", "/rotates", Map.of("incident", "hooks-rotates"), status(200));
        String fresh = own.post("/rotate", "").jsonPath().getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(own.secret());
        hooks.record("hooks-rotates");
        dispatcher.workAll();

        assertThat(hooks.messages(target, "/rotates")).hasSize(2).allSatisfy(each -> {
            assertThat(each.headers().get("webhook-signature").split(" ")).hasSize(2);
            assertThat(hooks.signed(each, own.secret())).isTrue();
            assertThat(hooks.signed(each, fresh)).isTrue();
        });
        database.change("UPDATE webhook SET old_until = now() - interval '1 second'");
        hooks.addLine("hooks-rotates");
        dispatcher.workAll();
        MessageTarget.Received last = hooks.messages(target, "/rotates").get(2);
        assertThat(last.headers().get("webhook-signature").split(" ")).hasSize(1);
        assertThat(hooks.signed(last, fresh)).isTrue();
    }

    @Test
    void only_its_owner_sees_and_changes_it_and_nothing_is_kept_of_one_that_ended() throws Exception {
        HooksForTests.Own own = hooks.active(target, "owned", "/owned", Map.of("platform", "zoom"), status(200));
        given().get("/api/v1/webhooks/" + own.id())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        new HooksForTests.Own(own.id(), "whtok_another", "").get("").then().statusCode(401);
        new HooksForTests.Own("not-an-id", own.token(), "").get("").then().statusCode(404);
        own.get("").then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(own.get("").jsonPath().getMap("")).doesNotContainKeys("token", "secret");
        String stored = String.join(
                "",
                database.list("SELECT w::text || encode(secret, 'base64') FROM webhook w", row -> row.getString(1)));
        assertThat(stored).doesNotContain(own.token(), own.secret().substring("whsec_".length()));

        own.patch("{\"state\":\"paused\",\"filter\":{\"incident\":\"hooks-owned\"}}")
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("filter.incident", equalTo("hooks-owned"));
        hooks.record("hooks-owned");
        dispatcher.workAll();
        assertThat(hooks.messages(target, "/owned")).isEmpty();
        own.patch("{\"state\":\"active\"}").then().body("state", equalTo("active"));
        dispatcher.workAll();
        assertThat(hooks.messages(target, "/owned")).hasSize(2);

        given().header("Authorization", "Bearer " + own.token())
                .delete("/api/v1/webhooks/" + own.id())
                .then()
                .statusCode(204);
        own.get("").then().statusCode(404);
        assertThat(database.list("SELECT 1 FROM webhook", row -> true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'colour':1}                       | colour          | names out of [url, filter, after] | {\"url\"",
                "{'after':1}                        | url             | a URL such as                     | https://",
                "{'url':5}                          | url             | a URL such as                     | https://",
                "{'url':'not a url'}                | url             | a URL such as                     | https://",
                "{'url':'ftp://news.example/'}      | url             | starts with http:// or https://   | https://",
                "{'url':'https://a:b@news.example'} | url             | without user name and password    | https://",
                "{'url':'https://news.example:22/'} | url             | port 80 or 443                    | https://",
                "{'url':'https://news.example/','after':'x'} | after  | the number of a change            | 0",
                "{'url':'https://news.example/','after':-1}  | after  | the number of a change from 0 to  | 0",
                "{'filter':[],'url':'https://news.example/'} | filter | an object of query parameters     | {\"platform\"",
                "{'filter':{'colour':1}}            | url             | a URL such as                     | https://",
                "{'url':'https://news.example/','filter':{'colour':1}} | filter.colour | parameters out of   | {\"platform\"",
                "{'url':'https://news.example/','filter':{'status':'lost'}} | filter.status | a word out of  | restored",
                "{'url':'https://news.example/','filter':{'status':' '}}    | filter.status | a word out of  | restored",
                "{'url':'https://news.example/','filter':{'status':['restored']}} | filter.status | a word out of | restored",
                "[]                                 | body            | a JSON object with                | {\"url\"",
                "{                                  | body            | JSON (RFC 8259)                   | {\"url\"",
            })
    void a_refused_body_names_the_member_and_says_what_was_expected(
            String body, String parameter, String expected, String example) {
        signUp(body.strip().replace("'", "\""))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter.strip()))
                .body("expected", containsString(expected.strip()))
                .body("example", startsWith(example.strip()))
                .body("detail", startsWith("'" + parameter.strip() + "': expected "));
    }

    @Test
    void a_change_that_cannot_be_read_names_the_member_too() throws Exception {
        HooksForTests.Own own = hooks.subscribe(hooks.url("strict", "/strict"), Map.of());
        own.patch("{\"state\":\"asleep\"}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("state"))
                .body("expected", equalTo("one word out of [paused, active]"))
                .body("example", equalTo("paused"));
        own.patch("{\"after\":1}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("after"))
                .body("expected", containsString("[url, filter, state]"));
        own.post("/replay", "{}").then().statusCode(400).body("parameter", equalTo("after"));
        own.post("/replay", "{\"after\":0,\"again\":true}")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("again"));
    }

    @Test
    void what_cannot_be_read_is_told() {
        for (String body : List.of(
                "",
                "[]",
                "{",
                "{}",
                "{\"url\":5}",
                "{\"url\":\"not a url\"}",
                "{\"url\":\"ftp://news.example/\"}",
                "{\"url\":\"https://user:pass@news.example/\"}",
                "{\"url\":\"https://news.example:22/\"}",
                "{\"url\":\"https://news.example/\",\"colour\":1}",
                "{\"url\":\"https://news.example/\",\"url\":\"https://news.example/\"}",
                "{\"url\":\"https://news.example/\",\"after\":-1}",
                "{\"url\":\"https://news.example/\",\"after\":999999999}",
                "{\"url\":\"https://news.example/\",\"after\":\"x\"}",
                "{\"url\":\"https://news.example/\",\"filter\":[]}",
                "{\"url\":\"https://news.example/\",\"filter\":{\"status\":\"lost\"}}",
                "{\"url\":\"https://news.example/\",\"filter\":{\"colour\":\"red\"}}")) {
            Response answer = signUp(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.contentType()).as(body).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("detail")).as(body).contains("expected");
            assertThat(answer.jsonPath().getString("parameter")).as(body).isNotBlank();
            assertThat(answer.jsonPath().getString("expected")).as(body).isNotBlank();
            assertThat(answer.jsonPath().getString("example")).as(body).isNotBlank();
        }
        given().contentType("text/plain")
                .body("{}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(415);
        assertThat(database.list("SELECT 1 FROM webhook", row -> true)).isEmpty();
    }

    @Test
    void a_flood_of_sign_ups_makes_us_a_nuisance_to_nobody() {
        for (int i = 0; i < 5; i++) {
            signUp("{\"url\":\"" + hooks.url("victim", "/" + i) + "\"}").then().statusCode(201);
        }
        signUp("{\"url\":\"" + hooks.url("victim", "/more") + "\"}")
                .then()
                .statusCode(429)
                .header("Retry-After", "3600")
                .body("detail", containsString("too many subscriptions to this host"));
        signUp("{\"url\":\"" + hooks.url("another", "/") + "\"}").then().statusCode(201);
        dispatcher.workAll();
        assertThat(target.received()).hasSize(6);
    }

    private static Response signUpBy(String circuit, String url) {
        return given().header("X-Lacuna-Circuit", circuit)
                .contentType("application/json")
                .body("{\"url\":\"" + url + "\"}")
                .post("/api/v1/webhooks");
    }

    @Test
    void sign_ups_of_one_reader_that_wait_keep_nobody_else_from_signing_up() {
        String greedy = UUID.randomUUID().toString();
        for (int i = 0; i < 10; i++) {
            signUpBy(greedy, hooks.url("greedy-" + i, "/")).then().statusCode(201);
        }
        signUpBy(greedy, hooks.url("greedy-10", "/"))
                .then()
                .statusCode(429)
                .header("Retry-After", "60")
                .body("detail", containsString("Too many of your subscriptions wait"));
        signUpBy(UUID.randomUUID().toString(), hooks.url("modest", "/")).then().statusCode(201);

        dispatcher.workAll();
        signUpBy(greedy, hooks.url("greedy-10", "/")).then().statusCode(201);
    }

    @Test
    void invented_hosts_take_nobody_s_place_once_they_were_looked_for() {
        int taken = 0;
        Response last = null;
        for (int host = 1; host <= 40; host++) {
            for (int i = 0; i < 5; i++) {
                last = signUp("{\"url\":\"http://10.9.8." + host + "/" + i + "\"}");
                taken += last.statusCode() == 201 ? 1 : 0;
            }
        }
        assertThat(taken).as("some room is left for whoever can be told apart").isEqualTo(150);
        last.then().statusCode(429).header("Retry-After", "60");
        String apart = UUID.randomUUID().toString();
        signUpBy(apart, hooks.url("told-apart", "/")).then().statusCode(201);

        dispatcher.workAll();

        target.at("/real", hooks.echo());
        Response real = signUp("{\"url\":\"" + hooks.url("real", "/real") + "\"}");
        real.then().statusCode(201);
        dispatcher.workAll();
        assertThat(database.list("SELECT 1 FROM webhook WHERE state = 'active'", row -> 1))
                .hasSize(1);
        assertThat(database.list("SELECT 1 FROM webhook WHERE state = 'unverified'", row -> 1))
                .as("of those that came to nothing only the last are kept")
                .hasSizeLessThanOrEqualTo(20);
        assertThat(database.list("SELECT why FROM webhook WHERE url LIKE '%told-apart%'", row -> row.getString(1)))
                .as("a host that was asked is remembered before names that led nowhere")
                .hasSize(1);
    }

    @Test
    void a_host_that_says_no_is_not_asked_over_and_over() {
        target.at("/no", status(500));
        for (int i = 0; i < 5; i++) {
            signUp("{\"url\":\"" + hooks.url("victim", "/no") + "\"}").then().statusCode(201);
            dispatcher.workAll();
        }
        signUp("{\"url\":\"" + hooks.url("victim", "/no") + "\"}")
                .then()
                .statusCode(429)
                .header("Retry-After", "3600");
        assertThat(target.received()).hasSize(5);
    }

    @Test
    void whoever_has_a_refused_one_asked_again_needs_a_place_too() throws Exception {
        target.at("/late", status(204));
        String greedy = UUID.randomUUID().toString();
        HooksForTests.Own late = hooks.subscribe(hooks.url("late", "/late"), Map.of());
        dispatcher.workAll();
        for (int i = 0; i < 10; i++) {
            signUpBy(greedy, hooks.url("greedy-" + i, "/")).then().statusCode(201);
        }
        given().header("X-Lacuna-Circuit", greedy)
                .header("Authorization", "Bearer " + late.token())
                .contentType("application/json")
                .body("{\"state\":\"active\"}")
                .patch("/api/v1/webhooks/" + late.id())
                .then()
                .statusCode(429);
        late.get("").then().body("why", containsString("challenge"));
        target.at("/late", hooks.echo());
        late.patch("{\"state\":\"active\"}").then().statusCode(200);
        dispatcher.workAll();
        assertThat(late.state()).isEqualTo("active");
    }
}

package org.lacuna.api.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.lacuna.fetch.MessageTarget.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.LogForTests;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.RetractCase;
import org.lacuna.fetch.MessageTarget;
import org.lacuna.shared.Database;

/** Targets that fail, hang, redirect and flood; nodes that die. */
@QuarkusTest
class DeliveryTest {
    @Inject
    HooksForTests hooks;

    @Inject
    HookDispatcher dispatcher;

    @Inject
    LeaseQueries leases;

    @Inject
    RetractCase retract;

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

    private HooksForTests.Own active(String name, MessageTarget.Manner manner) throws IOException {
        return hooks.active(target, name, "/" + name, Map.of("incident", "hooks-" + name), manner);
    }

    private List<String> ids(String name) {
        return hooks.messages(target, "/" + name).stream()
                .map(each -> each.headers().get("webhook-id"))
                .toList();
    }

    @Test
    void what_is_not_taken_is_sent_again_under_the_same_id_until_it_is() throws Exception {
        HooksForTests.Own own = active("fails", status(500));
        hooks.record("hooks-fails");
        dispatcher.workAll();

        assertThat(ids("fails")).hasSize(2).doesNotHaveDuplicates();
        own.get("/deliveries")
                .then()
                .body("retrying.size()", equalTo(2))
                .body("retrying[0].why", equalTo("status 500"))
                .body("retrying[0].attempts", equalTo(1));
        assertThat(own.get("/deliveries").jsonPath().getList("retrying.id")).containsAll(ids("fails"));
        dispatcher.workAll();
        assertThat(ids("fails")).as("it waits").hasSize(2);

        target.at("/fails", status(204));
        hooks.hurry();
        dispatcher.workAll();
        assertThat(ids("fails")).hasSize(4);
        assertThat(ids("fails").subList(2, 4))
                .containsExactlyElementsOf(ids("fails").subList(0, 2));
        own.get("/deliveries").then().body("retrying.size()", equalTo(0)).body("dead.size()", equalTo(0));
        assertThat(own.get("").jsonPath().getString("why")).isNull();
    }

    @Test
    void after_three_days_a_message_is_given_up_listed_and_can_be_sent_again() throws Exception {
        HooksForTests.Own own = active("dies", status(503));
        long before = own.get("").jsonPath().getLong("deliveredTo");
        hooks.record("hooks-dies");
        dispatcher.workAll();
        hooks.later(own, "73 hours");
        hooks.hurry();
        dispatcher.workAll();

        own.get("/deliveries")
                .then()
                .body("retrying.size()", equalTo(0))
                .body("dead.size()", equalTo(2))
                .body("dead[0].attempts", equalTo(2));
        hooks.hurry();
        dispatcher.workAll();
        assertThat(ids("dies")).hasSize(4);

        target.at("/dies", status(200));
        own.post("/replay", "{\"after\":" + before + "}").then().statusCode(200);
        dispatcher.workAll();
        assertThat(ids("dies")).hasSize(6);
        assertThat(ids("dies").subList(4, 6))
                .containsExactlyElementsOf(ids("dies").subList(0, 2));
        own.get("/deliveries").then().body("dead.size()", equalTo(0));
        own.post("/replay", "{\"after\":99999999}").then().statusCode(400);
    }

    @Test
    void who_takes_nothing_for_two_weeks_is_switched_off() throws Exception {
        HooksForTests.Own own = active("silent", status(500));
        hooks.record("hooks-silent");
        dispatcher.workAll();
        hooks.later(own, "15 days");
        hooks.addLine("hooks-silent");
        hooks.hurry();
        dispatcher.workAll();
        assertThat(own.state()).isEqualTo("silent");
    }

    @Test
    void who_is_gone_is_left_alone() throws Exception {
        HooksForTests.Own own = active("gone", status(410));
        hooks.record("hooks-gone");
        dispatcher.workAll();
        hooks.hurry();
        dispatcher.workAll();
        assertThat(own.state()).isEqualTo("gone");
        assertThat(ids("gone")).hasSize(1);
    }

    @Test
    void one_message_that_is_refused_keeps_no_other_back() throws Exception {
        HooksForTests.Own own = active(
                "poison", (message, out) -> MessageTarget.status(message.body().contains("case.created") ? 400 : 200)
                        .answer(message, out));
        hooks.record("hooks-poison");
        hooks.addLine("hooks-poison");
        dispatcher.workAll();
        own.get("/deliveries").then().body("retrying.size()", equalTo(1));
        assertThat(hooks.messages(target, "/poison"))
                .extracting(MessageTarget.Received::body)
                .anyMatch(body -> body.contains("case.edited"));
    }

    @Test
    void targets_that_hang_redirect_or_flood_keep_nobody_else_waiting() throws Exception {
        Map<String, String> filter = Map.of("incident", "hooks-slow");
        for (int i = 0; i < 12; i++) {
            hooks.active(target, "hangs" + i, "/hangs" + i, filter, target.hang());
        }
        hooks.active(target, "floods", "/floods", filter, target.flood());
        HooksForTests.Own redirects = hooks.active(
                target, "redirects", "/redirects", filter, status(302, "Location: http://169.254.169.254/latest/"));
        HooksForTests.Own well = hooks.active(target, "well", "/well", filter, status(200));
        hooks.record("hooks-slow");
        try (LogForTests log = new LogForTests()) {
            dispatcher.dispatch();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> hooks.messages(target, "/well").size() == 2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.list("SELECT 1 FROM webhook WHERE leased_until > now()", row -> true)
                            .isEmpty());
            redirects.get("/deliveries").then().body("retrying[0].why", equalTo("status 302"));
            assertThat(target.flooded()).isLessThan(50_000_000);

            hooks.addLine("hooks-slow");
            hooks.hurry();
            dispatcher.dispatch();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> hooks.messages(target, "/well").size() >= 3);
            assertThat(log.lines()).doesNotContain("hangs0", "well.example", well.token(), well.secret());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.list("SELECT 1 FROM webhook WHERE leased_until > now()", row -> true)
                        .isEmpty());
    }

    @Test
    void two_nodes_share_the_work_and_one_that_dies_loses_nothing() throws Exception {
        HooksForTests.Own own = active("shared", status(200));
        hooks.record("hooks-shared");
        List<LeaseQueries.Lease> dying = leases.lease(10, true, 2, Duration.ofMinutes(2));
        assertThat(dying).hasSize(1);
        assertThat(leases.lease(10, true, 2, Duration.ofMinutes(2))).isEmpty();
        assertThat(dispatcher.workAll()).isZero();

        database.change("UPDATE webhook SET leased_until = now() - interval '1 second'");
        assertThat(dispatcher.workAll()).isEqualTo(1);
        assertThat(ids("shared")).hasSize(2);

        long reached = own.get("").jsonPath().getLong("deliveredTo");
        assertThat(leases.advance(dying.get(0), reached + 1000, true))
                .as("the old lease")
                .isFalse();
        assertThat(own.get("").jsonPath().getLong("deliveredTo")).isEqualTo(reached);
    }

    @Test
    void at_one_host_only_a_few_are_served_at_a_time() throws Exception {
        Map<String, String> filter = Map.of("incident", "hooks-crowd");
        for (int i = 0; i < 4; i++) {
            hooks.active(target, "crowd", "/crowd" + i, filter, status(200));
        }
        hooks.record("hooks-crowd");
        assertThat(leases.lease(10, true, 2, Duration.ofMinutes(2))).hasSize(2);
        assertThat(leases.lease(10, true, 2, Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void a_case_that_leaves_the_filter_is_told_of_and_what_is_taken_out_is_told_to_everybody() throws Exception {
        Map<String, String> filter = Map.of("incident", "hooks-leaves", "status", "restricted");
        hooks.active(target, "leaves", "/leaves", filter, status(200));
        hooks.active(target, "other", "/other", Map.of("incident", "no-such-incident"), status(200));
        hooks.record("hooks-leaves");
        hooks.lift("hooks-leaves");
        hooks.addLine("hooks-leaves");
        dispatcher.workAll();

        assertThat(types("/leaves"))
                .filteredOn(type -> type.startsWith("case."))
                .containsExactly("case.created", "case.edited");
        assertThat(types("/other")).isEmpty();

        retract.retract("hooks-leaves-case", new Grounds("error", "", UUID.randomUUID()));
        dispatcher.workAll();
        assertThat(types("/other")).contains("case.retracted");
        assertThat(types("/leaves")).contains("case.retracted");
    }

    private List<String> types(String path) throws IOException {
        return hooks.messages(target, path).stream()
                .map(each -> {
                    try {
                        return json.readTree(each.body()).get("type").asText();
                    } catch (IOException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .toList();
    }
}

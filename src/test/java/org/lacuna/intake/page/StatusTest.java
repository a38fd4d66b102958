package org.lacuna.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lacuna.intake.page.Walk.form;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.Consents;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.seal.CountedReceipts;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.page.language.Language;

@QuarkusTest
class StatusTest {
    private static final String STATUS = "/submit/status";

    @Inject
    CountedReceipts receipts;

    @Inject
    OwnSubmission own;

    @Inject
    AddToSubmission add;

    @Inject
    Dossiers dossiers;

    private static Response look(String path, String words) {
        return form().formParam("words", words).post(path);
    }

    private static Walk inside(String words) {
        return Walk.to(STATUS).type("words", words).press("open").expect(200);
    }

    private SubmissionId id(String words) {
        return own.find(receipts.toFind(Receipt.parse(words))).orElseThrow().id();
    }

    private static List<Header> lasting(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Date"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void known_unknown_and_withdrawn_words_cannot_be_told_apart_from_outside(Language language) {
        String words = Reports.sent();
        String path = language.path(STATUS);
        int before = receipts.runs();
        Response known = look(path, words);
        int forKnown = receipts.runs() - before;
        Response unknown = look(path, Receipt.draw().line());
        int forUnknown = receipts.runs() - before - forKnown;
        own.withdraw(own.find(receipts.toFind(Receipt.parse(words)))
                .flatMap(OwnSubmission.Found::key)
                .orElseThrow());
        Response withdrawn = look(path, words);

        assertThat(List.of(known.statusCode(), unknown.statusCode(), withdrawn.statusCode()))
                .containsOnly(200);
        assertThat(List.of(known.asByteArray().length, unknown.asByteArray().length, withdrawn.asByteArray().length))
                .containsOnly(16 * 1024);
        assertThat(lasting(unknown)).isEqualTo(lasting(known)).isEqualTo(lasting(withdrawn));
        assertThat(forUnknown).as("slow hashes").isEqualTo(forKnown).isEqualTo(1);
        assertThat(Walk.page(known).select("input[name=session]").val()).hasSize(43);
        assertThat(Walk.page(unknown).select("input[name=session]")).isEmpty();
        assertThat(known.asString()).doesNotContain(words).doesNotContain(Reports.SENTINEL);
    }

    @Test
    void words_copied_by_hand_lead_back_and_the_next_step_is_told() {
        String words = Reports.sent();
        Walk walk = inside(words.toUpperCase().replace(" ", ",  "));
        assertThat(walk.page().select("[role=status]").text())
                .contains("Received. No editor has opened it yet.", "New messages: 0", "2026");
        assertThat(walk.heading()).isEqualTo("Your report");
        assertThat(walk.page().select("a[rel=noreferrer noopener]").eachText()).contains("Appeal to Zoom");
    }

    @Test
    void the_person_and_an_editor_write_to_each_other() {
        String words = Reports.sent();
        add.text(id(words), ItemKind.FROM_EDITOR, "Do you have <b>pictures</b>?");
        Walk walk = inside(words);
        assertThat(walk.page().select("[role=status]").text()).contains("New messages: 1");
        walk.press("/messages").expect(200);
        assertThat(walk.page().select("ol.list").text()).contains("Editor", "new", "Do you have <b>pictures</b>?");
        assertThat(walk.page().select("ol.list p").attr("dir")).isEqualTo("auto");
        walk.type("text", "Yes, \u202Etwo.").press("send").expect(200);
        assertThat(walk.page().select("[role=status]").text()).isEqualTo("Your message is stored.");
        assertThat(walk.page().select("ol.list li p").eachText())
                .containsExactly("Do you have <b>pictures</b>?", "Yes, \u202Etwo.");
        walk.press("/overview").expect(200);
        assertThat(walk.page().select("[role=status]").text()).contains("New messages: 0");
    }

    @Test
    void an_empty_message_is_refused_and_a_long_one_kept() {
        Walk walk = inside(Reports.sent()).press("/messages").press("send").expect(422);
        assertThat(walk.problem("text")).isEqualTo("Please write something first.");
        String long_ = "x".repeat(20_001);
        walk.type("text", long_).press("send").expect(422);
        assertThat(walk.problem("text")).contains("20,001 characters");
        assertThat(walk.shown("text")).isEqualTo(long_);
        walk.press("/ru/submit/status/messages").expect(200);
        assertThat(walk.page().select("html").attr("lang")).isEqualTo("ru");
        assertThat(walk.shown("text")).isEqualTo(long_);
    }

    @Test
    void facts_and_files_are_added() {
        String words = Reports.sent();
        Walk walk = inside(words)
                .press("/add")
                .type("text", "It happened again.")
                .choose("second.txt", "letter".getBytes(StandardCharsets.UTF_8))
                .press("send")
                .expect(200);
        assertThat(walk.page().select("[role=status]").text()).isEqualTo("It is stored.");
        walk.press("/overview").press("/messages");
        assertThat(walk.page().select("ol.list li p").eachText()).containsExactly("second.txt", "It happened again.");
        walk.press("/overview").press("/add").press("send").expect(422);
        assertThat(walk.problem("text")).isEqualTo("Please write something first.");
    }

    @Test
    void what_is_allowed_is_changed_and_stays() {
        String words = Reports.sent();
        Walk walk = inside(words).press("/consents").expect(200);
        assertThat(walk.page().select("input[checked]").eachAttr("name")).containsExactly("may-count");
        walk.type("may-facts", "yes")
                .type("may-count", Walk.UNTICKED)
                .press("save")
                .expect(200);
        assertThat(own.standing(id(words)).consents()).isEqualTo(new Consents(false, true, false, false));
        assertThat(walk.page().select("input[checked]").eachAttr("name")).containsExactly("may-facts");
    }

    @Test
    void a_watch_is_asked_for_and_taken_back() {
        String words = Reports.sent();
        Walk walk = inside(words).press("watch").expect(200);
        assertThat(own.standing(id(words)).wantsWatch()).isTrue();
        walk.press("no-watch").expect(200);
        assertThat(own.standing(id(words)).wantsWatch()).isFalse();
    }

    @Test
    void taking_back_is_explained_then_done_and_the_receipt_says_so() {
        String words = Reports.sent();
        Walk walk = inside(words).press("/withdraw").expect(200);
        assertThat(walk.page().select("main li").text()).contains("We destroy what you wrote", "copies");
        String session = walk.shown("session");
        walk.press("withdraw").expect(200);
        assertThat(walk.heading()).isEqualTo("Taken back");
        assertThat(own.find(receipts.toFind(Receipt.parse(words))).orElseThrow().key())
                .isEmpty();
        assertThat(Walk.page(look(STATUS, words)).select("[role=status]").text())
                .startsWith("Taken back");
        assertThat(Walk.page(form().formParam("session", session)
                                .formParam("go", "send")
                                .formParam("text", "more")
                                .post(STATUS + "/messages"))
                        .select("#words"))
                .isNotEmpty();
    }

    @Test
    void a_session_that_ended_asks_for_the_words_and_brings_back_what_was_typed() {
        String words = Reports.sent();
        Walk walk = inside(words)
                .press("/messages")
                .type("text", "a long answer")
                .type("session", "gone")
                .press("send");
        assertThat(walk.page().select("[role=status]").text()).startsWith("You were away for a while");
        walk.type("words", words).press("open").expect(200);
        assertThat(walk.heading()).isEqualTo("Read and write messages");
        assertThat(walk.shown("text")).isEqualTo("a long answer");
        walk.press("send").expect(200);
        assertThat(walk.page().select("ol.list").text()).contains("a long answer");
    }

    @Test
    void who_logs_out_is_out() {
        Walk walk = inside(Reports.sent());
        String session = walk.shown("session");
        walk.press("/leave");
        assertThat(walk.heading()).isEqualTo("You are logged out");
        Response after = form().formParam("session", session).post(STATUS + "/messages");
        assertThat(Walk.page(after).select("#words")).isNotEmpty();
    }

    @Test
    void misspelt_missing_and_too_few_words_are_named() {
        assertThat(Walk.page(look(STATUS, "abacus abdomen abdominal abide abiding ability abbacus"))
                        .select("#words-error")
                        .text())
                .isEqualTo("“abbacus” is not one of our words. Please check its spelling.");
        assertThat(Walk.page(look(STATUS, "abacus abdomen"))
                        .select("#words-error")
                        .text())
                .isEqualTo("There must be seven words. We count 2.");
        assertThat(Walk.page(look(STATUS, " ")).select("#words-error").text())
                .isEqualTo("Please type your seven words.");
    }

    @Test
    void an_address_from_the_history_leads_to_the_door() {
        assertThat(Walk.to("/bo" + STATUS + "/messages").page().select("#words"))
                .isNotEmpty();
        given().get(STATUS + "/nowhere").then().statusCode(404);
    }

    @Test
    void a_circuit_that_guesses_is_stopped_before_the_slow_hash() {
        String circuit = "guessing" + Receipt.draw().line().hashCode();
        int before = receipts.runs();
        Response last = look(STATUS, Receipt.draw().line());
        for (int i = 0; i < 3; i++) {
            last = form().header("X-Lacuna-Circuit", circuit)
                    .formParam("words", Receipt.draw().line())
                    .post(STATUS);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.asByteArray()).hasSize(16 * 1024);
        assertThat(receipts.runs() - before).isEqualTo(3);
    }

    @Test
    void receipts_never_show_themselves() {
        assertThatThrownBy(() -> Receipt.parse("one")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Receipt.draw()).hasToString("a receipt");
    }
}

package org.lacuna.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.intake.page.Walk.form;
import static org.lacuna.intake.page.Walk.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.intake.Answer;
import org.lacuna.intake.Consents;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Explained;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.Pressed;
import org.lacuna.intake.Pressure;
import org.lacuna.intake.Told;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.language.Language;
import org.lacuna.shared.Database;

@QuarkusTest
class SubmitTest {
    @Inject
    ReceiptIndex receipts;

    @Inject
    OwnSubmission own;

    @Inject
    Dossiers dossiers;

    @Inject
    Database database;

    private long stored() {
        return database.first("SELECT count(*) FROM submission", row -> row.getLong(1))
                .orElseThrow();
    }

    private Dossier opened(String receipt) {
        return own.find(receipts.toFind(Receipt.parse(receipt)))
                .flatMap(OwnSubmission.Found::key)
                .flatMap(dossiers::open)
                .orElseThrow();
    }

    @Test
    void a_report_goes_through_five_short_pages_and_arrives_whole() {
        Walk walk = Walk.to("/submit")
                .type("subject", "https://zoom.us/j/123456789")
                .type("what", "The meeting was cut off.")
                .press("next")
                .expect(200)
                .type("since", "about")
                .type("year", "2020")
                .type("lasts", "yes")
                .type("said", "Our rules …")
                .type("explained-no-reason", "yes")
                .press("next")
                .expect(200)
                .type("appealed", "no")
                .type("pressure-family-threat", "yes")
                .press("next")
                .expect(200)
                .type("may-facts", "yes")
                .type("person", "Ann Example")
                .press("next")
                .expect(200);
        String words = walk.receipt();
        assertThat(Receipt.parse(words).words()).hasSize(7);
        assertThat(walk.page().select("p.receipt").attr("lang")).isEqualTo("en");
        long before = stored();

        walk.choose("a photo.txt", "what I saw".getBytes(StandardCharsets.UTF_8))
                .press("send")
                .expect(200);

        assertThat(walk.heading()).isEqualTo("Your report is stored");
        assertThat(walk.receipt()).isEqualTo(words);
        assertThat(stored()).isEqualTo(before + 1);
        Dossier dossier = opened(words);
        Told told = dossier.told();
        assertThat(told.what()).isEqualTo("The meeting was cut off.");
        assertThat(told.platform()).contains("zoom");
        assertThat(told.since().map(Object::toString)).contains("2020-01-01/2020-12-31");
        assertThat(told.lasts()).isEqualTo(Answer.YES);
        assertThat(told.explanations()).containsExactly(Explained.NO_REASON);
        assertThat(told.appealed()).isEqualTo(Answer.NO);
        assertThat(told.pressures()).containsExactly(new Pressed(Pressure.FAMILY_THREAT, true));
        assertThat(dossier.submission().consents()).isEqualTo(new Consents(false, true, false, false));
        assertThat(own.find(receipts.toFind(Receipt.parse(words)))
                        .flatMap(OwnSubmission.Found::key)
                        .flatMap(dossiers::person))
                .contains("Ann Example");
        assertThat(dossier.items())
                .singleElement()
                .satisfies(item -> assertThat(item.file().orElseThrow().name()).isEqualTo("a photo.txt"));
    }

    @Test
    void a_tool_sends_everything_at_once() {
        Dossier dossier = opened(Reports.sent());
        assertThat(dossier.told().explanations()).containsExactly(Explained.TERMS_VIOLATION);
        assertThat(dossier.told().pressures())
                .containsExactly(
                        new Pressed(Pressure.THREATENING_CALL, true), new Pressed(Pressure.PUBLIC_SMEAR, false));
        assertThat(dossier.told().language()).isEqualTo("en");
        assertThat(dossier.submission().consents()).isEqualTo(new Consents(true, false, false, false));
    }

    @Test
    void back_and_next_keep_everything() {
        Walk walk = Walk.to("/submit")
                .type("subject", "@somebody")
                .type("platform", "another")
                .type("other-platform", "Myspace")
                .type("what", "gone")
                .press("next")
                .type("since", "not-sure")
                .type("explained-error", "yes")
                .press("next")
                .type("outcome", "nothing <b>yet</b>")
                .press("back")
                .press("back")
                .expect(200);
        assertThat(walk.shown("subject")).isEqualTo("@somebody");
        assertThat(walk.shown("other-platform")).isEqualTo("Myspace");
        walk.press("next").press("next");
        assertThat(walk.shown("outcome")).isEqualTo("nothing <b>yet</b>");
        walk.press("next").press("next").expect(200);
        String words = walk.receipt();
        walk.press("back").press("next");
        assertThat(walk.receipt()).as("words that were written down stay").isEqualTo(words);
    }

    @Test
    void another_language_takes_the_answers_along() {
        Walk walk = Walk.to("/ug/submit")
                .type("subject", "@somebody")
                .type("platform", "another")
                .type("what", "ئۇچۇرۇلدى")
                .press("next")
                .type("said", "half a sent")
                .press("/zh-Hans/submit")
                .expect(200);
        assertThat(walk.page().select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(walk.shown("said")).isEqualTo("half a sent");
        walk.press("/ug/submit").press("next").press("next").press("next");
        assertThat(walk.page().select("html").attr("dir")).isEqualTo("rtl");
        assertThat(walk.shown("what")).isEqualTo("ئۇچۇرۇلدى");
        walk.press("send").expect(200);
        assertThat(opened(walk.receipt()).told().language()).isEqualTo("ug");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_its_address_whatever_the_browser_prefers(Language language) {
        Response answer = given().header("Accept-Language", "fr").get(language.path("/submit"));
        Document page = page(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
        assertThat(page.select("form#main-form").attr("action")).isEqualTo(language.path("/submit"));
        assertThat(answer.header("Vary")).isNull();
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.select("script, iframe, object, [style], [onclick]")).isEmpty();
    }

    @Test
    void the_second_post_of_a_receipt_makes_no_second_submission() {
        String receipt = Receipt.draw().line();
        long before = stored();
        form().formParams(Reports.whole()).formParam("receipt", receipt).post("/submit");
        Document again = page(
                form().formParams(Reports.whole()).formParam("receipt", receipt).post("/submit"));
        assertThat(stored()).isEqualTo(before + 1);
        assertThat(again.select("h1").text()).isEqualTo("We have this report already");
        assertThat(again.select("p.receipt").text()).isEqualTo(receipt);
    }

    @Test
    void who_fills_in_what_nobody_sees_is_told_the_same_and_nothing_is_stored() {
        String receipt = Receipt.draw().line();
        Response person =
                form().formParams(Reports.whole()).formParam("receipt", receipt).post("/submit");
        long before = stored();
        Response program = form().formParams(Reports.whole())
                .formParam("receipt", receipt)
                .formParam("homepage", "https://pills.example")
                .post("/submit");
        assertThat(stored()).isEqualTo(before);
        assertThat(program.asString()).isEqualTo(person.asString());
        assertThat(program.statusCode()).isEqualTo(person.statusCode());
    }

    @Test
    void the_database_holds_no_plaintext() {
        Reports.sent();
        List<byte[]> rows =
                database.list("SELECT sealed FROM submission WHERE sealed IS NOT NULL", row -> row.getBytes(1));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(new String(row, StandardCharsets.UTF_8))
                .doesNotContain(Reports.SENTINEL, "zoom"));
        String table = database.list("SELECT s::text FROM submission s", row -> row.getString(1))
                .toString();
        assertThat(table).doesNotContain(Reports.SENTINEL, "zoom", "123456789", "2020-05-31");
    }

    @Test
    void a_megabyte_of_emoji_is_refused_with_everything_kept() {
        String emoji = "😀".repeat(262_144);
        long before = stored();
        Walk walk = Walk.to("/submit")
                .type("subject", "@somebody")
                .type("platform", "another")
                .type("what", emoji)
                .press("next")
                .expect(422);
        assertThat(walk.problem("what")).contains("262,144 characters", "20,000");
        assertThat(walk.shown("what")).isEqualTo(emoji);
        assertThat(walk.shown("subject")).isEqualTo("@somebody");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_missing_is_said_beside_its_field() {
        Walk walk = Walk.to("/submit").press("next").expect(422);
        assertThat(walk.problem("subject")).startsWith("Please give the address");
        assertThat(walk.problem("platform")).startsWith("We could not find the platform");
        assertThat(walk.problem("what")).isEqualTo("Please say what happened.");
        assertThat(walk.page().select("#problems li a").eachAttr("href"))
                .containsExactly("#subject", "#platform", "#what");
    }

    @Test
    void a_tool_that_sends_too_little_is_shown_the_page_to_mend() {
        long before = stored();
        Map<String, String> fields = Reports.whole();
        fields.put("day", "32");
        Document page = page(form().formParams(fields).post("/submit"));
        assertThat(page.select("#since-error").text()).isEqualTo("There is no such day.");
        assertThat(page.select("[name=step]").val()).isEqualTo("when");
        assertThat(page.select("[name=what]").val()).isEqualTo(fields.get("what"));
        fields.put("day", "31");
        fields.put("appealed", "perhaps");
        assertThat(page(form().formParams(fields).post("/submit"))
                        .select("#appealed-error")
                        .text())
                .isEqualTo("Please choose one of these.");
        assertThat(page(form().formParams(Map.of("step", "send")).post("/submit"))
                        .select("[name=step]")
                        .val())
                .isEqualTo("what");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void signs_that_cannot_be_shown_are_marked_and_signs_that_turn_a_name_refused() {
        Walk walk = Walk.to("/submit")
                .type("subject", "@some\u0000body")
                .type("platform", "another")
                .type("other-platform", "my\u202Eecaps")
                .type("what", "first line\r\nsecond\u001b[31m line")
                .press("next")
                .expect(422);
        assertThat(walk.problem("subject")).startsWith("Some signs cannot be read");
        assertThat(walk.problem("other-platform")).startsWith("This contains hidden signs");
        assertThat(walk.shown("subject")).isEqualTo("@some\uFFFDbody");
        assertThat(walk.shown("what")).isEqualTo("first line\nsecond\uFFFD[31m line");
    }

    @Test
    void a_body_in_another_encoding_is_marked_where_it_cannot_be_read() {
        // %E9 is an é of Latin-1, and no character of UTF-8.
        Document page =
                page(form().body("subject=%40x&platform=another&what=caf%E9").post("/submit"));
        assertThat(page.select("#what-error").text()).startsWith("Some signs cannot be read");
        assertThat(page.select("#what").val()).isEqualTo("caf\uFFFD");
    }

    @Test
    void an_address_in_letters_that_look_like_others_is_called_by_its_real_name() {
        Walk walk = Walk.to("/submit")
                .type("subject", "https://zооm.us/j/1")
                .type("what", "gone")
                .press("next")
                .expect(422);
        assertThat(walk.problem("platform")).contains("xn--zm-fmca.us");
        walk.type("platform", "zoom").press("next").expect(200);
    }

    @Test
    void an_invalid_address_and_an_unknown_platform_are_refused() {
        Walk walk = Walk.to("/submit")
                .type("subject", "https:// zoom .us/x")
                .type("platform", "myspace<script>")
                .type("what", "gone")
                .press("next")
                .expect(422);
        assertThat(walk.problem("subject")).startsWith("This address is not complete");
        assertThat(walk.problem("platform")).startsWith("Please choose a platform");
        assertThat(walk.shown("subject")).isEqualTo("https:// zoom .us/x");
    }

    @Test
    void one_circuit_that_reports_too_often_is_told_when_to_come_back_before_anything_costly() {
        String circuit = "fc00:dead:beef:4dad::1:" + Receipt.draw().line().hashCode();
        long before = stored();
        for (int i = 0; i < 2; i++) {
            form().header("X-Lacuna-Circuit", circuit)
                    .formParams(Reports.whole())
                    .post("/submit")
                    .then()
                    .statusCode(200);
        }
        Response third = form().header("X-Lacuna-Circuit", circuit)
                .formParams(Reports.whole())
                .post("/submit");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 3600);
        Document page = page(third);
        assertThat(page.select("[role=status]").text()).contains("Please try again in");
        assertThat(page.select("[name=what]").val()).contains(Reports.SENTINEL);
        assertThat(stored()).isEqualTo(before + 2);
    }
}

package org.lacuna.desk.work;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.desk.work.CaseworkForTests.CITES;
import static org.lacuna.desk.work.CaseworkForTests.accepted;
import static org.lacuna.desk.work.CaseworkForTests.entry;
import static org.lacuna.desk.work.CaseworkForTests.newCase;
import static org.lacuna.desk.work.CaseworkForTests.newSlug;
import static org.lacuna.desk.work.CaseworkForTests.page;
import static org.lacuna.desk.work.CaseworkForTests.published;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Statement;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SubmissionsForTests;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.intake.SubmissionId;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

/** The way of a case at the desk, from the first form to the last. */
@QuarkusTest
class CaseworkTest {
    @Inject
    DeskForTests desk;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    CaseworkForTests work;

    @Inject
    PublicRecord published;

    @Inject
    Cases cases;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @ConfigProperty(name = "lacuna.test.origin-port")
    int port;

    private DeskBrowser editor;

    @BeforeEach
    void log_in() {
        editor = desk.loggedIn(DeskRole.EDITOR, DeskRole.SENIOR);
    }

    private PublicCase publicCase(String slug) {
        return published.findCase(slug).orElseThrow();
    }

    @Test
    void the_whole_way_from_a_submission_to_a_passage_that_is_gone() throws IOException {
        String sentinel = "sentinel-" + FreshWord.of(16);
        SubmissionId sent = submissions.send("https://zoom.us/j/1", "They cut us off.");
        String slug = newSlug();
        accepted(editor.post("/desk/submissions/" + sent + "/case", newCase(slug)));
        assertThat(publicCase(slug).verification()).isEqualTo("reported");
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("It names no living person.");

        String url = "http://127.0.0.1:" + port + "/" + sentinel;
        try (LocalOrigin origin = new LocalOrigin(port)) {
            origin.html("/" + sentinel, "<p>It was a mistake, says the platform.</p>");
            Map<String, String> statement = entry(
                    "The platform called it a mistake. " + sentinel,
                    "by",
                    "platform",
                    "explanation",
                    "error",
                    "source-publisher",
                    "The Paper",
                    "source-title",
                    "A mistake",
                    "source-url",
                    url,
                    "source-language",
                    "en");
            accepted(editor.post("/desk/cases/" + slug + "/entries/statement", statement));
            accepted(editor.post("/desk/cases/" + slug + "/entries/statement", statement));
            assertThat(cases.incidentOf(slug).orElseThrow().caseOf(slug).entries())
                    .as("the same form is taken once")
                    .hasSize(2);
        }
        PublicCase.Source source = publicCase(slug).sources().stream()
                .filter(each -> each.publisher().equals("The Paper"))
                .findFirst()
                .orElseThrow();
        assertThat(evidence.find(Digest.parse(source.archived().orElseThrow()))
                        .orElseThrow()
                        .text())
                .contains("says the platform");

        Response unexplained = editor.post(
                "/desk/cases/" + slug + "/verification",
                Map.of("level", "verified", "once", UUID.randomUUID().toString()));
        assertThat(unexplained.statusCode()).isEqualTo(422);
        accepted(editor.post(
                "/desk/cases/" + slug + "/verification",
                Map.of(
                        "level", "verified",
                        "why", "I saw the notice on the platform's own page.",
                        "shown", "Checked against the platform's page.",
                        "once", UUID.randomUUID().toString())));
        assertThat(publicCase(slug).verification()).isEqualTo("verified");
        assertThat(page(editor, "/desk/cases/" + slug)
                        .select("#checked + table")
                        .text())
                .contains("I saw the notice", "Checked against");

        Map<String, String> words =
                Map.of("what", "entry", "id", "e1", "reason", "safety", "note", "It may lead to somebody.");
        assertThat(publicPage(slug)).contains(sentinel);
        accepted(editor.post("/desk/cases/" + slug + "/passage/hide", words));
        assertThat(publicPage(slug)).doesNotContain(sentinel);
        assertThat(page(editor, "/desk/cases?waiting=hidden&q=" + slug).text()).contains("A passage is hidden");
        assertThat(page(editor, "/desk/cases/" + slug).select("#e1").text()).contains("Hidden since", sentinel);
        accepted(editor.post("/desk/cases/" + slug + "/passage/show", words));
        assertThat(publicPage(slug)).contains(sentinel);

        DeskBrowser senior = desk.loggedIn(DeskRole.SENIOR, DeskRole.CUSTODIAN);
        accepted(senior.post("/desk/cases/" + slug + "/passage/erase", words));
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("Waits for a second person");
        assertThat(work.approve(senior, slug).statusCode()).as("their own").isEqualTo(403);
        assertThat(work.approve(editor, slug).statusCode()).as("no custodian").isEqualTo(403);
        assertThat(publicPage(slug)).contains(sentinel);
        accepted(work.approve(desk.loggedIn(DeskRole.CUSTODIAN), slug));
        assertThat(publicPage(slug)).doesNotContain(sentinel);
        assertThat(given().get("/api/v1/cases/" + slug).asString()).doesNotContain(sentinel);
        assertThat(cases.incidentOf(slug).orElseThrow().toString()).doesNotContain(sentinel);
        assertThat(page(editor, "/desk/cases/" + slug).text())
                .contains("Gone for good")
                .doesNotContain(sentinel);
        assertThat(audited(slug))
                .containsSubsequence(
                        "published-case",
                        "added-entry",
                        "verified-case",
                        "hid-passage",
                        "showed-passage",
                        "proposed",
                        "erased-passage",
                        "approved");
    }

    @Test
    void a_source_that_cannot_be_archived_is_recorded_says_why_and_is_tried_again() {
        String slug = published(editor);
        accepted(editor.post(
                "/desk/cases/" + slug + "/entries/context",
                entry(
                        "It had been announced.",
                        "source-publisher",
                        "The Paper",
                        "source-title",
                        "Announced",
                        "source-url",
                        "http://10.0.0.7/inside",
                        "source-language",
                        "en")));
        Document page = page(editor, "/desk/cases/" + slug);
        assertThat(page.select("#source-the-paper").text()).contains("Not archived", "private network");
        assertThat(publicCase(slug).sources()).anyMatch(source -> source.title().equals("Announced"));
        accepted(editor.post("/desk/cases/" + slug + "/sources/the-paper/archive", Map.of()));
        assertThat(database.first(
                        "SELECT count(*) FROM source_archiving WHERE incident = ?", row -> row.getLong(1), slug))
                .contains(2L);
    }

    @Test
    void every_type_of_entry_has_its_form_and_pressure_stays_inside() {
        String slug = published(editor);
        Map<String, Map<String, String>> forms = new HashMap<>();
        forms.put("context", Map.of());
        forms.put(
                "restriction-imposed",
                Map.of(
                        "measure",
                        "DECISION_ACCOUNT_SUSPENDED",
                        "scope",
                        "worldwide",
                        "demanded-kind",
                        "government",
                        "demanded-by",
                        "cn"));
        forms.put("restriction-changed", Map.of("about", "r1", "scope", "worldwide"));
        forms.put("restriction-lifted", Map.of("lifts-r1", "on", "extent", "full", "how", "press-inquiry"));
        forms.put("appeal", Map.of("stage", "filed"));
        forms.put("testimony", Map.of());
        forms.put("pressure", Map.of("kind", "threatening-call"));
        forms.put("correction", Map.of("about", "r1"));
        forms.forEach((type, own) -> {
            assertThat(page(editor, "/desk/cases/" + slug + "/entries/" + type).select("form #date"))
                    .hasSize(1);
            Map<String, String> fields = entry("Words of " + type + ".", CITES, "on");
            fields.putAll(own);
            accepted(editor.post("/desk/cases/" + slug + "/entries/" + type, fields));
        });
        assertThat(publicCase(slug).timeline()).hasSize(8);
        assertThat(publicCase(slug).toString()).doesNotContain("Words of pressure");
        assertThat(page(editor, "/desk/cases/" + slug).select("#timeline + ol").text())
                .contains("Words of pressure", "Shielded");
        Map<String, String> chosen = entry("The person wants this known.", CITES, "on");
        chosen.putAll(Map.of("kind", "threatening-call", "open", "on"));
        accepted(editor.post("/desk/cases/" + slug + "/entries/pressure", chosen));
        assertThat(publicCase(slug).timeline()).hasSize(9);
    }

    @Test
    void a_lift_before_the_restriction_is_said_beside_the_date() {
        String slug = published(editor);
        Map<String, String> lift =
                entry("It came back.", CITES, "on", "lifts-r1", "on", "extent", "full", "how", "appeal");
        lift.put("date", "2019-01-01");
        Response answer = editor.post("/desk/cases/" + slug + "/entries/restriction-lifted", lift);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select("#date-error").text()).isNotEmpty();
        assertThat(publicCase(slug).status()).isEqualTo("restricted");
    }

    @Test
    void what_may_give_a_person_away_is_shown_before_it_is_public() {
        String slug = newSlug();
        Map<String, String> fields = newCase(slug);
        fields.put("summary", "Write to ana@example.org about it.");
        Response shown = editor.post("/desk/cases/new", fields);
        assertThat(shown.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(shown.asString());
        assertThat(page.select("#marks mark").text()).isEqualTo("ana@example.org");
        assertThat(published.findCase(slug)).isEmpty();
        fields.put("anyway", page.select("input[name=anyway]").val());
        Map<String, String> changed = new HashMap<>(fields);
        changed.put("summary", "Write to tenzin@example.org about it.");
        assertThat(editor.post("/desk/cases/new", changed).statusCode())
                .as("the tick was for another address")
                .isEqualTo(422);
        Map<String, String> look = new HashMap<>(fields);
        look.put("do", "look");
        assertThat(editor.post("/desk/cases/new", look).statusCode()).isEqualTo(200);
        assertThat(published.findCase(slug)).isEmpty();
        accepted(editor.post("/desk/cases/new", fields));
        assertThat(published.findCase(slug)).isPresent();
    }

    @Test
    void without_consent_to_the_facts_nothing_is_published_from_a_submission() {
        SubmissionId sent = submissions.send("https://zoom.us/j/2", "They cut us off.");
        database.change("UPDATE submission SET may_publish_facts = false WHERE id = ?", sent.value());
        String slug = newSlug();
        Response answer = editor.post("/desk/submissions/" + sent + "/case", newCase(slug));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("does not allow the facts to be published");
        assertThat(published.findCase(slug)).isEmpty();
        String other = published(editor);
        Response entry = editor.post(
                "/desk/cases/" + other + "/entries/testimony",
                entry("Somebody told us.", CITES, "on", "submission", sent.toString()));
        assertThat(entry.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(entry.asString()).select("#submission-error").text())
                .contains("does not allow");
    }

    @Test
    void an_entry_can_rest_on_a_submission() {
        String slug = published(editor);
        SubmissionId sent = submissions.send("https://zoom.us/j/3", "They cut us off.");
        accepted(editor.post(
                "/desk/cases/" + slug + "/entries/testimony",
                entry("Somebody told us.", CITES, "on", "submission", sent.toString())));
        assertThat(submissions.standing(sent).state().word()).isEqualTo("published");
        assertThat(database.first(
                        "SELECT count(*) FROM submission_yield WHERE submission = ? AND case_slug = ?",
                        row -> row.getLong(1),
                        sent.value(),
                        slug))
                .contains(1L);
    }

    @Test
    void a_reply_is_recorded_with_how_its_channel_was_checked_and_the_public_reads_only_that_it_was() {
        String slug = published(editor);
        Map<String, String> reply = entry("The platform says that it was a mistake.", "explanation", "error");
        assertThat(editor.post("/desk/cases/" + slug + "/reply", reply).statusCode())
                .isEqualTo(422);
        reply.put("how", "Called back over the press number of its own page.");
        accepted(editor.post("/desk/cases/" + slug + "/reply", reply));
        assertThat(cases.incidentOf(slug).orElseThrow().caseOf(slug).entries())
                .anyMatch(entry ->
                        entry instanceof Statement said && said.channel().isPresent());
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("Called back over");
        assertThat(publicPage(slug)).contains("it was a mistake").doesNotContain("Called back over");
    }

    @Test
    void an_objection_waits_until_it_is_answered_and_is_never_public() {
        String slug = published(editor);
        String asked = "Please leave my name out, " + FreshWord.of(16);
        accepted(editor.post(
                "/desk/cases/" + slug + "/objections",
                Map.of("asked", asked, "once", UUID.randomUUID().toString())));
        assertThat(page(editor, "/desk/objections").text()).contains(asked);
        assertThat(page(editor, "/desk/cases?waiting=objection&q=" + slug).text())
                .contains("an answer to an objection");
        String form = page(editor, "/desk/cases/" + slug + "/objections")
                .select("form[action*=/objections/]")
                .attr("action");
        String field = "answer-" + form.substring(form.lastIndexOf('/') + 1);
        assertThat(editor.post(form, Map.of()).statusCode()).isEqualTo(422);
        accepted(editor.post(form, Map.of(field, "The name is gone.")));
        assertThat(editor.post(form, Map.of(field, "Again.")).statusCode()).isEqualTo(422);
        assertThat(page(editor, "/desk/objections").text()).doesNotContain(asked);
        assertThat(publicPage(slug)).doesNotContain(asked);
    }

    @Test
    void subject_and_wording_are_described_anew() {
        String slug = published(editor);
        accepted(editor.post(
                "/desk/cases/" + slug + "/subject",
                Map.of("subject-kind", "meeting", "subject-name", "A vigil", "why", "That is what it was.")));
        accepted(editor.post(
                "/desk/cases/" + slug + "/wording",
                Map.of("title", "A vigil cut off", "summary", "It was a vigil.", "why", "As above.")));
        assertThat(publicCase(slug).subject().name()).isEqualTo("A vigil");
        assertThat(published.findIncident(slug).orElseThrow().title()).isEqualTo("A vigil cut off");
    }

    @Test
    void a_case_is_retracted_by_two_and_says_so() {
        String slug = published(editor);
        accepted(editor.post(
                "/desk/cases/" + slug + "/retract", Map.of("reason", "not-proven", "why", "The source took it back.")));
        assertThat(publicPage(slug)).contains("A commemoration");
        assertThat(work.approve(editor, slug).statusCode()).isEqualTo(403);
        accepted(work.approve(desk.loggedIn(DeskRole.SENIOR), slug));
        assertThat(publicPage(slug)).doesNotContain("A commemoration");
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("The public does not see it");
    }

    @Test
    void two_cases_are_merged_after_a_look_and_the_old_address_leads_on() {
        String from = published(editor);
        String into = published(editor);
        accepted(editor.post("/desk/cases/" + from + "/entries/context", entry("It had been announced.", CITES, "on")));
        Map<String, String> fields = new HashMap<>(Map.of("into", into, "entry-r1", "on", "why", "The same meeting."));
        Response look = editor.post("/desk/cases/" + from + "/merge", fields);
        assertThat(look.statusCode()).isEqualTo(200);
        Document preview = Jsoup.parse(look.asString());
        assertThat(preview.select("section li")).hasSize(2);
        assertThat(publicCase(into).timeline()).hasSize(1);
        fields.put("seen", preview.select("input[name=seen]").val());
        Map<String, String> other = new HashMap<>(fields);
        other.remove("entry-r1");
        assertThat(editor.post("/desk/cases/" + from + "/merge", other).statusCode())
                .as("another choice than the one that was looked at")
                .isEqualTo(200);
        accepted(editor.post("/desk/cases/" + from + "/merge", fields));
        assertThat(publicCase(into).timeline()).hasSize(2);
        assertThat(page(editor, "/desk/cases/" + from).text()).contains("It was merged into " + into);
        assertThat(given().redirects().follow(false).get("/cases/" + from).statusCode())
                .isBetween(300, 399);
    }

    @Test
    void a_case_is_split_after_a_look() {
        String from = published(editor);
        String into = newSlug();
        accepted(editor.post(
                "/desk/cases/" + from + "/entries/restriction-imposed",
                entry(
                        "An account was closed.",
                        CITES,
                        "on",
                        "measure",
                        "DECISION_ACCOUNT_SUSPENDED",
                        "scope",
                        "worldwide")));
        Map<String, String> fields = new HashMap<>(Map.of(
                "into",
                into,
                "entry-r2",
                "on",
                "subject-kind",
                "account",
                "subject-name",
                "The host",
                "why",
                "Two things."));
        Response look = editor.post("/desk/cases/" + from + "/split", fields);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(published.findCase(into)).isEmpty();
        fields.put(
                "seen", Jsoup.parse(look.asString()).select("input[name=seen]").val());
        accepted(editor.post("/desk/cases/" + from + "/split", fields));
        assertThat(publicCase(into).timeline()).hasSize(1);
        assertThat(publicCase(into).subject().name()).isEqualTo("The host");
        assertThat(page(editor, "/desk/cases/" + from).text()).contains("Entries of it went to " + into);
    }

    @Test
    void a_case_joins_an_incident_that_is_known() {
        String first = published(editor);
        String second = newSlug();
        Map<String, String> fields = newCase(second);
        fields.remove("title");
        fields.remove("summary");
        fields.put("incident", first);
        accepted(editor.post("/desk/cases/new", fields));
        assertThat(publicCase(second).incident()).isEqualTo(first);
        assertThat(publicCase(second).sources().get(0).id()).endsWith("-2");
    }

    private List<String> audited(String slug) {
        return database.list(
                "SELECT action FROM audit_line WHERE about = ? ORDER BY number", row -> row.getString(1), slug);
    }

    private static String publicPage(String slug) {
        return new String(given().accept("text/html").get("/cases/" + slug).asByteArray(), UTF_8);
    }
}

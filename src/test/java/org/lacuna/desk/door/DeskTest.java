package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.desk.work.CaseworkForTests;
import org.lacuna.intake.ClosingReason;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionState;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.Database;

@QuarkusTest
class DeskTest {
    private static final String SENTINEL = "my-own-words-9c41";

    @Inject
    DeskForTests desk;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    OneTimePasswords oneTimePasswords;

    @Inject
    PublicRecord publicRecord;

    @Inject
    Database database;

    private DeskBrowser editor;
    private SubmissionId sent;

    @BeforeEach
    void log_in() {
        editor = desk.loggedIn();
    }

    private String submitted() {
        String marker = UUID.randomUUID().toString();
        sent = submissions.send("https://zoom.us/j/" + marker, ownWords(marker) + ". " + SENTINEL);
        String submission = "/desk/submissions/" + sent;
        assertThat(editor.inQueue("open", "tr:contains(" + marker + ") a[href=" + submission + "]"))
                .hasSize(1);
        return submission;
    }

    /** Copies of one text would stand in one line, and every number is the same number there: without digits. */
    private static String ownWords(String marker) {
        StringBuilder words = new StringBuilder();
        marker.chars().map(c -> Character.isDigit(c) ? c - '0' + 'g' : c).forEach(words::appendCodePoint);
        return words.toString();
    }

    private static Map<String, String> written(String slug) {
        Map<String, String> fields = CaseworkForTests.newCase(slug);
        fields.put("do", "publish");
        return fields;
    }

    private Submission standing() {
        return submissions.standing(sent);
    }

    @Test
    void a_submission_becomes_a_reported_case_in_the_editors_words() {
        String submission = submitted();
        Document opened = Jsoup.parse(editor.get(submission).asString());
        assertThat(opened.text()).contains(SENTINEL, "about May 2020", "Zoom");
        assertThat(standing().state()).isEqualTo(SubmissionState.LOOKED_AT);

        Document form = Jsoup.parse(editor.get(submission + "/case").asString());
        assertThat(form.select("#platform option[selected]").val()).isEqualTo("zoom");
        assertThat(form.select("#date").val()).isEqualTo("2020-05~");
        assertThat(form.select("aside").text()).contains(SENTINEL, "https://zoom.us/j/");
        assertThat(form.select("main form[action$=/case] :is(input:not([type=hidden]), textarea)").stream()
                        .filter(field -> !field.id().equals("date"))
                        .map(field -> field.id() + "=" + field.val()))
                .hasSizeGreaterThan(8)
                .allMatch(field -> field.endsWith("="));
        assertThat(form.select("main form[action$=/case]").outerHtml()).doesNotContain("zoom.us/j/", SENTINEL);

        String slug = "zoom-test-" + FreshWord.of(8);
        assertThat(editor.post(submission + "/case", written(slug)).statusCode())
                .isEqualTo(303);

        PublicCase published = publicRecord.findCase(slug).orElseThrow();
        assertThat(published.verification()).isEqualTo("reported");
        assertThat(published.status()).isEqualTo("restricted");
        assertThat(published.restrictions().get(0).scope()).containsExactly("CN", "HK");
        assertThat(published.toString()).doesNotContain(SENTINEL);
        assertThat(standing().state()).isEqualTo(SubmissionState.PUBLISHED);
        List<String> actions = database.list(
                "SELECT action || ' ' || about || ' ' || why FROM audit_line ORDER BY number DESC LIMIT 4",
                row -> row.getString(1));
        String id = submission.substring("/desk/submissions/".length());
        assertThat(actions)
                .contains("published-case " + slug + " from submission " + id, "opened-submission " + id + " ");
        assertThat(actions.toString()).doesNotContain(SENTINEL);

        Response closed = editor.post(submission + "/close", Map.of("reason", "not-a-report"));
        assertThat(closed.statusCode()).as("what is published is decided").isEqualTo(409);
        assertThat(standing().state()).isEqualTo(SubmissionState.PUBLISHED);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_what_was_typed_is_kept() {
        String slug = "zoom-test-" + FreshWord.of(8);
        assertThat(editor.post(submitted() + "/case", written(slug)).statusCode())
                .isEqualTo(303);
        Map<String, String> fields = written(slug);
        fields.put("title", "Quite another <meeting>");
        Response answer = editor.post(submitted() + "/case", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("#slug-error").text()).contains("names are never reused");
        assertThat(page.select("aside").text()).as("still in sight").contains(SENTINEL);
        assertThat(page.select("#title").val()).isEqualTo("Quite another <meeting>");
        assertThat(page.select("#text").val()).isEqualTo("The platform ended the meeting.");
        assertThat(publicRecord.findIncident(slug).orElseThrow().title()).isEqualTo("A meeting cut off on Zoom");
    }

    @Test
    void wrong_dates_scopes_and_words_are_said_beside_their_fields() {
        Map<String, String> fields = written("Not A Slug");
        fields.put("date", "May 2020");
        fields.put("scope", "worldwide, CN");
        fields.put("measure", "BANNED");
        fields.put("source-url", "ftp://example.org/");
        fields.put("subject-url", "https://zoom.us@evil.example/");
        Document page = Jsoup.parse(editor.post(submitted() + "/case", fields).asString());
        assertThat(page.select("#slug-error").text()).startsWith("Expected lower-case words");
        assertThat(page.select("#date-error").text()).startsWith("Expected a date such as");
        assertThat(page.select("#scope-error").text()).contains("ISO 3166");
        assertThat(page.select("#source-url-error").text()).contains("https://");
        assertThat(page.select("#subject-url-error").text()).contains("without a name before the host");
    }

    @Test
    void a_submission_is_closed_with_a_reason_that_the_person_reads() {
        String submission = submitted();
        assertThat(editor.post(submission + "/close", Map.of()).statusCode()).isEqualTo(422);
        assertThat(editor.post(submission + "/close", Map.of("reason", "already-recorded", "note", "see zoom-1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(standing().closedBecause()).contains(ClosingReason.ALREADY_RECORDED);
        assertThat(editor.post(submission + "/close", Map.of("reason", "not-a-report"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(editor.inQueue("decided", "a[href=" + submission + "]")).hasSize(1);
        assertThat(editor.inQueue("open", "a[href=" + submission + "]")).isEmpty();
    }

    @Test
    void a_submission_that_is_not_there_is_not_found() {
        assertThat(editor.get("/desk/submissions/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(editor.get("/desk/submissions/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void an_altered_submission_does_not_open_and_stops_nothing_else() {
        String submission = submitted();
        String id = submission.substring("/desk/submissions/".length());
        database.change(
                "UPDATE submission SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE id = ?::uuid", id);
        assertThat(Jsoup.parse(editor.get(submission).asString()).text())
                .contains("does not open here")
                .doesNotContain(SENTINEL);
        assertThat(editor.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void the_audit_trail_cannot_be_changed() {
        assertThatThrownBy(() -> database.change("DELETE FROM audit_line"))
                .hasMessageContaining("facts are inserted, never changed");
    }

    @Test
    void a_second_start_makes_no_second_editor() {
        assertThat(oneTimePasswords.make()).isEmpty();
        assertThat(Crockford.draw(5)).matches("([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}");
    }
}

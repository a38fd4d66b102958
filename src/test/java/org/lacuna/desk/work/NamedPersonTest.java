package org.lacuna.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.desk.work.CaseworkForTests.accepted;
import static org.lacuna.desk.work.CaseworkForTests.newCase;
import static org.lacuna.desk.work.CaseworkForTests.newSlug;
import static org.lacuna.desk.work.CaseworkForTests.page;
import static org.lacuna.desk.work.CaseworkForTests.published;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.lacuna.desk.door.DeskBrowser;
import org.lacuna.desk.door.DeskForTests;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SubmissionsForTests;
import org.lacuna.intake.SubmissionId;
import org.lacuna.publication.PublicRecord;
import org.lacuna.shared.Database;

/** A case that names a living person who did not say yes to it needs two editors. */
@QuarkusTest
class NamedPersonTest {
    private static final int RACE = 200;

    @Inject
    DeskForTests desk;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    CaseworkForTests work;

    @Inject
    PublicRecord published;

    @Inject
    Database database;

    private static Map<String, String> naming(String slug) {
        Map<String, String> fields = newCase(slug);
        fields.put("subject-name", "Ana Example");
        fields.put("named", "second-editor");
        fields.put("named-why", "She is known for it, and cannot be asked.");
        return fields;
    }

    @Test
    void it_is_public_when_a_second_editor_agrees_and_not_before() {
        DeskBrowser editor = desk.loggedIn(DeskRole.EDITOR);
        SubmissionId sent = submissions.send("https://zoom.us/j/4", "They cut her off.");
        String slug = newSlug();
        assertThat(accepted(editor.post("/desk/submissions/" + sent + "/case", naming(slug)))
                        .header("Location"))
                .isEqualTo("/desk/proposals");
        assertThat(published.findCase(slug)).isEmpty();
        assertThat(submissions.standing(sent).state().word()).isNotEqualTo("published");
        assertThat(work.approve(editor, slug).statusCode()).isEqualTo(403);
        DeskBrowser second = desk.loggedIn(DeskRole.EDITOR);
        assertThat(page(second, "/desk/proposals").text()).contains("Ana Example", "The platform ended the meeting.");
        String proposal = work.proposals(slug).get(0);
        accepted(work.approve(second, slug));
        assertThat(published.findCase(slug).orElseThrow().subject().name()).isEqualTo("Ana Example");
        assertThat(submissions.standing(sent).state().word()).isEqualTo("published");
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("a second editor must agree");
        assertThat(second.post("/desk/proposals/" + proposal + "/approve", Map.of("why", "Again."))
                        .statusCode())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void one_editor_racing_with_themself_publishes_nothing() {
        DeskBrowser editor = desk.loggedIn(DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN);
        String slug = newSlug();
        accepted(editor.post("/desk/cases/new", naming(slug)));
        String path = "/desk/proposals/" + work.proposals(slug).get(0) + "/approve";
        String token = editor.token();
        Set<Integer> answers = race(() -> editor.form()
                .formParams(Map.of("why", "I want it.", "form-token", token))
                .post(path));
        assertThat(answers).containsExactly(403);
        assertThat(published.findCase(slug)).isEmpty();
    }

    @Test
    void two_editors_who_approve_at_once_publish_it_once() {
        String slug = newSlug();
        accepted(desk.loggedIn(DeskRole.EDITOR).post("/desk/cases/new", naming(slug)));
        DeskBrowser second = desk.loggedIn(DeskRole.EDITOR);
        String path = "/desk/proposals/" + work.proposals(slug).get(0) + "/approve";
        String token = second.token();
        Set<Integer> answers = race(() -> second.form()
                .formParams(Map.of("why", "I agree.", "form-token", token))
                .post(path));
        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        assertThat(database.first(
                        "SELECT count(*) FROM audit_line WHERE about = ? AND action = 'published-case'",
                        row -> row.getLong(1),
                        slug))
                .contains(1L);
    }

    @Test
    void whoever_does_not_allow_their_name_is_not_named_by_one_editor() {
        DeskBrowser editor = desk.loggedIn(DeskRole.EDITOR);
        SubmissionId sent = submissions.send("https://zoom.us/j/5", "They cut me off.");
        String slug = newSlug();
        Map<String, String> fields = naming(slug);
        fields.put("named", "consented");
        Response answer = editor.post("/desk/submissions/" + sent + "/case", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.asString()).select("#named-error").text()).contains("does not allow their name");
        database.change("UPDATE submission SET may_publish_name = true WHERE id = ?", sent.value());
        accepted(editor.post("/desk/submissions/" + sent + "/case", fields));
        assertThat(published.findCase(slug)).isPresent();
    }

    @Test
    void consent_that_is_taken_back_stops_what_waits() {
        SubmissionId sent = submissions.send("https://zoom.us/j/6", "They cut her off.");
        String slug = newSlug();
        accepted(desk.loggedIn(DeskRole.EDITOR).post("/desk/submissions/" + sent + "/case", naming(slug)));
        database.change("UPDATE submission SET may_publish_facts = false WHERE id = ?", sent.value());
        Response answer = work.approve(desk.loggedIn(DeskRole.EDITOR), slug);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains("does not allow the facts to be published");
        assertThat(published.findCase(slug)).isEmpty();
        assertThat(work.proposals(slug)).as("undecided still").hasSize(1);
    }

    @Test
    void the_basis_of_a_case_can_be_noted_later_and_a_name_without_a_yes_by_two_alone() {
        DeskBrowser editor = desk.loggedIn(DeskRole.EDITOR);
        String slug = published(editor);
        accepted(editor.post(
                "/desk/cases/" + slug + "/named", Map.of("named", "consented", "why", "She wrote to us by mail.")));
        accepted(editor.post(
                "/desk/cases/" + slug + "/named", Map.of("named", "second-editor", "why", "She took it back.")));
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("who said yes to it");
        accepted(work.approve(desk.loggedIn(DeskRole.SENIOR), slug));
        assertThat(page(editor, "/desk/cases/" + slug).text()).contains("a second editor must agree");
    }

    private static Set<Integer> race(Callable<Response> post) {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < RACE; i++) {
                running.add(threads.submit(post));
            }
            return running.stream().map(NamedPersonTest::code).collect(Collectors.toSet());
        } finally {
            threads.shutdownNow();
        }
    }

    private static int code(Future<Response> answer) {
        try {
            return answer.get().statusCode();
        } catch (Exception broken) {
            throw new AssertionError("expected an answer to each request", broken);
        }
    }
}

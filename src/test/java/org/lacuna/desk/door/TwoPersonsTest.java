package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;

@QuarkusTest
class TwoPersonsTest {
    @Inject
    DeskForTests desk;

    @Inject
    TwoPersons twoPersons;

    @Inject
    ProposalQueries queries;

    @Inject
    Database database;

    private String proposer;
    private DeskBrowser one;
    private UUID about;

    @BeforeEach
    void somebody_proposes() {
        proposer = desk.newEditorWithOwnPassword();
        one = desk.loggedIn(proposer);
        about = desk.id(desk.newEditor());
    }

    private UUID proposed(String payload) {
        return twoPersons.propose(desk.visitor(one), ActionForTests.WORD, about.toString(), payload, "it must be");
    }

    private long done() {
        return database.first(
                        "SELECT count(*) FROM editor_browser WHERE editor = ? AND known_since = DATE '2000-01-01'",
                        row -> row.getLong(1),
                        about)
                .orElseThrow();
    }

    @Test
    void a_single_editor_who_races_with_themself_five_hundred_times_gets_nothing_done() {
        DeskBrowser other = desk.loggedIn(proposer);
        List<Visitor> sessions = List.of(desk.visitor(one), desk.visitor(other));
        UUID id = proposed("alone");
        Proposal proposal = queries.open(id).orElseThrow();
        AtomicInteger refused = new AtomicInteger();
        // Half of them go round the check, as an error in it would: then the database refuses.
        DeskForTests.atOnce(500, i -> {
            Visitor session = sessions.get(i / 2 % 2);
            try {
                if (i % 2 == 0) {
                    twoPersons.approve(session, id, "me again");
                } else {
                    queries.decide(proposal, session.editor(), "approved", "round the check");
                }
            } catch (NotYours | Database.DatabaseFailure refusal) {
                refused.incrementAndGet();
            }
            return i;
        });
        assertThat(refused).hasValue(500);
        assertThat(done()).isZero();
        assertThat(twoPersons.open()).extracting(Proposal::id).contains(id);
    }

    @Test
    void two_editors_who_approve_at_the_same_moment_do_it_once() {
        List<Visitor> others =
                List.of(desk.visitor(desk.loggedIn(DeskRole.SENIOR)), desk.visitor(desk.loggedIn(DeskRole.EDITOR)));
        for (int round = 1; round <= 10; round++) {
            UUID id = proposed("once");
            List<Boolean> approved = DeskForTests.atOnce(4, i -> {
                try {
                    twoPersons.approve(others.get(i % 2), id, "yes");
                    return true;
                } catch (ProposalDecided late) {
                    return false;
                }
            });
            assertThat(approved).containsOnlyOnce(true);
            assertThat(done()).isEqualTo(round);
        }
    }

    @Test
    void the_other_editor_sees_what_it_would_do_and_approves_it_on_a_page() {
        UUID id = proposed("a <thing>");
        String approve = "/desk/proposals/" + id + "/approve";
        assertThat(Jsoup.parse(one.get("/desk/proposals").asString()).select("form[action=" + approve + "]"))
                .as("nobody approves their own")
                .isEmpty();
        assertThat(one.post(approve, Map.of("why", "me")).statusCode()).isEqualTo(403);

        String name = desk.newEditorWithOwnPassword(DeskRole.SENIOR);
        DeskBrowser other = desk.loggedIn(name);
        assertThat(other.get("/desk/proposals").asString()).contains("Do the test: a &lt;thing&gt;", "it must be");
        assertThat(other.post(approve, Map.of()).statusCode())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(done()).isZero();
        assertThat(other.post(approve, Map.of("why", "seen")).statusCode()).isEqualTo(303);
        assertThat(done()).isEqualTo(1);
        Response again = other.post(approve, Map.of("why", "again"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(done()).isEqualTo(1);
        assertThat(desk.audited(name)).contains("approved " + about + " test-action " + id + ": seen");
        assertThat(desk.audited(proposer)).contains("proposed " + about + " test-action: it must be");
    }

    @Test
    void what_was_rejected_taken_back_or_has_expired_is_never_done() {
        Visitor senior = desk.visitor(desk.loggedIn(DeskRole.SENIOR));
        UUID rejected = proposed("no");
        twoPersons.reject(senior, rejected, "no need");
        UUID takenBack = proposed("no");
        assertThatThrownBy(() -> twoPersons.takeBack(senior, takenBack, "x")).isInstanceOf(NotYours.class);
        twoPersons.takeBack(desk.visitor(one), takenBack, "a mistake");
        UUID expired = UUID.randomUUID();
        database.change(
                "INSERT INTO proposal (id, action, about, why, proposed_by, proposed, expires)"
                        + " VALUES (?, ?, ?, 'late', ?, now() - interval '8 days', now() - interval '1 day')",
                expired,
                ActionForTests.WORD,
                about.toString(),
                desk.id(proposer));
        database.change("INSERT INTO proposal_payload (proposal, payload) VALUES (?, '')", expired);
        for (UUID dead : List.of(rejected, takenBack, expired)) {
            assertThatThrownBy(() -> twoPersons.approve(senior, dead, "yes")).isInstanceOf(ProposalDecided.class);
        }
        assertThat(done()).isZero();
        proposed("no");
        assertThat(List.of(rejected, takenBack, expired))
                .as("what was to be written is forgotten, at the latest with the next proposal")
                .noneMatch(this::remembered);
    }

    private boolean remembered(UUID id) {
        return database.first("SELECT 1 FROM proposal_payload WHERE proposal = ?", row -> true, id)
                .isPresent();
    }

    @Test
    void what_fails_leaves_the_proposal_open() {
        Visitor senior = desk.visitor(desk.loggedIn(DeskRole.SENIOR));
        UUID id = proposed(ActionForTests.FAILS);
        assertThatThrownBy(() -> twoPersons.approve(senior, id, "yes")).hasMessageContaining("told to fail");
        assertThat(done()).isZero();
        assertThat(twoPersons.open()).extracting(Proposal::id).contains(id);
    }

    @Test
    void whoever_lacks_the_role_decides_nothing_and_what_a_removed_editor_proposed_is_not_done() {
        UUID id = proposed("x");
        Visitor triage = desk.visitor(desk.loggedIn(DeskRole.TRIAGE));
        assertThatThrownBy(() -> twoPersons.approve(triage, id, "yes")).isInstanceOf(NotYours.class);
        Visitor senior = desk.visitor(desk.loggedIn(DeskRole.SENIOR));
        database.change("UPDATE editor SET removed = now() WHERE name = ?", proposer);
        assertThatThrownBy(() -> twoPersons.approve(senior, id, "yes")).isInstanceOf(NotYours.class);
        twoPersons.reject(senior, id, "its proposer left");
        assertThat(done()).isZero();
    }

    @Test
    void decisions_are_kept_as_they_were_taken() {
        proposed("x");
        assertThatThrownBy(() -> database.change("UPDATE proposal SET why = 'another'"))
                .hasMessageContaining("facts are inserted, never changed");
        assertThatThrownBy(() -> database.change("DELETE FROM proposal"))
                .hasMessageContaining("facts are inserted, never changed");
    }
}

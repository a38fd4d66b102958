package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;

@QuarkusTest
class AuditTest {
    @Inject
    DeskForTests desk;

    @Inject
    Audit audit;

    @Inject
    AuditCheck check;

    @Inject
    AuditQueries queries;

    @Inject
    Database database;

    @Test
    void a_line_is_digested_as_canonical_json_with_the_digest_before_it() {
        AuditLine line = new AuditLine(
                1,
                Instant.parse("2026-11-28T10:00:00.123456Z"),
                Optional.of(UUID.fromString("0f0e0d0c-0000-4000-8000-000000000000")),
                "logged-in",
                "the desk",
                "“why”",
                AuditLine.BEFORE_ALL);
        String canonical = "{\"about\":\"the desk\",\"action\":\"logged-in\",\"at\":\"2026-11-28T10:00:00.123456Z\","
                + "\"number\":1,\"previous\":\"sha256:" + "0".repeat(64)
                + "\",\"who\":\"0f0e0d0c-0000-4000-8000-000000000000\",\"why\":\"“why”\"}";
        assertThat(line.digest()).isEqualTo(Digest.of(canonical));
    }

    @Test
    void lines_of_many_at_once_make_one_chain_and_what_is_undone_leaves_no_line() {
        String name = desk.newEditor();
        UUID editor = desk.id(name);
        DeskForTests.atOnce(40, i -> {
            if (i % 4 == 0) {
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                            audit.act(editor, DeskAction.CLOSED_SUBMISSION, "undone " + i, "");
                            throw new IllegalStateException("told to fail");
                        }))
                        .hasMessageContaining("told to fail");
            } else {
                audit.act(editor, DeskAction.OPENED_SUBMISSION, "about " + i, "");
            }
            return i;
        });
        assertThat(desk.audited(name)).hasSize(30).noneMatch(line -> line.contains("undone"));
        AuditCheck.Found found = check.check();
        assertThat(found.broken()).isEmpty();
        assertThat(found.lines()).isGreaterThanOrEqualTo(30);
        assertThat(queries.end())
                .hasValueSatisfying(end -> assertThat(end.digest()).isEqualTo(found.last()));
    }

    @Test
    void whatever_is_changed_dropped_or_slipped_in_is_found_at_its_first_line() {
        UUID editor = desk.id(desk.newEditor());
        for (int i = 0; i < 5; i++) {
            audit.act(editor, DeskAction.OPENED_SUBMISSION, "line " + i, "as it was");
        }
        long last = queries.end().orElseThrow().number();
        tampered("UPDATE audit_line SET why = 'another' WHERE number = " + (last - 2), last - 3, "was altered");
        tampered("UPDATE audit_line SET who = NULL WHERE number = " + last, last - 1, "was altered");
        tampered(
                "UPDATE audit_line SET at = at + interval '1 microsecond' WHERE number = " + last, last - 1, "altered");
        tampered("DELETE FROM audit_line WHERE number = " + (last - 1), last - 2, "what stood between is gone");
        tampered(
                "UPDATE audit_line SET digest = 'sha256:" + "a".repeat(64) + "' WHERE number = " + (last - 1),
                last - 2,
                "was altered");
        tampered(
                "UPDATE audit_line SET previous = 'sha256:" + "b".repeat(64) + "' WHERE number = " + (last - 1),
                last - 2,
                "does not follow the line before");
        assertThat(check.check().broken()).as("each was undone").isEmpty();
    }

    /** With the triggers off, as whoever owns the database could; undone afterwards. */
    private void tampered(String sql, long whole, String complaint) {
        AuditCheck.Found[] found = new AuditCheck.Found[1];
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    database.change("ALTER TABLE audit_line DISABLE TRIGGER USER");
                    assertThat(database.change(sql)).isEqualTo(1);
                    found[0] = check.check();
                    throw new IllegalStateException("undone");
                }))
                .hasMessageContaining("undone");
        assertThat(found[0].lines()).as(sql).isEqualTo(whole);
        assertThat(found[0].broken())
                .hasValueSatisfying(broken -> assertThat(broken).contains("line " + (whole + 1), complaint));
    }

    @Test
    void what_was_written_before_lines_were_chained_is_chained_first() {
        UUID editor = desk.id(desk.newEditor());
        DeskForTests.undone(() -> {
            database.change("ALTER TABLE audit_line DISABLE TRIGGER USER");
            database.change("DELETE FROM audit_line");
            for (int i = 1; i <= 2; i++) {
                database.change(
                        "INSERT INTO desk_action (id, at, editor, action, about, detail)"
                                + " VALUES (?, timestamptz '2026-01-01 10:00Z' + ? * interval '1 hour', ?, 'logged-in', ?, '')",
                        UUID.randomUUID(),
                        i,
                        editor,
                        "older " + i);
            }
            audit.act(editor, DeskAction.LOGGED_OUT, "newer", "");
            assertThat(queries.after(0, 1_000).stream().map(kept -> kept.line().about()))
                    .containsExactly("older 1", "older 2", "newer");
            assertThat(check.check().broken()).isEmpty();
        });
    }

    @Test
    void seniors_read_it_page_by_page_and_find_what_they_look_for() {
        String name = desk.newEditorWithOwnPassword(DeskRole.SENIOR);
        DeskBrowser senior = desk.loggedIn(name);
        for (int i = 0; i < 60; i++) {
            audit.act(desk.id(name), DeskAction.OPENED_SUBMISSION, "number " + i, "<b>why</b>");
        }
        Document first = Jsoup.parse(senior.get("/desk/audit?who=" + name + "&action=opened-submission")
                .asString());
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").first().text()).contains("number 59", name, "<b>why</b>");
        Document second =
                Jsoup.parse(senior.get(first.select(".paging a").attr("href")).asString());
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("tbody tr").last().text()).contains("number 0");
        assertThat(Jsoup.parse(senior.get("/desk/audit?about=number+7&who=" + name)
                                .asString())
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(senior.get("/desk/audit?about=%00&who=nobody").asString()).contains("There is no such line");
    }
}

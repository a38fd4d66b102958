package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.lacuna.shared.Database;

/** What the desk writes once and never changes, and what it asks about that. */
@ApplicationScoped
public class DeskQueries {
    private final Database database;
    private final Clock clock;

    DeskQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes down what an editor did.
     *
     * @param about a submission's id, a case's slug, a session's id
     * @param detail the reason; never a word that a person wrote to us
     */
    public void act(UUID editor, DeskAction action, String about, String detail) {
        String sql = """
                INSERT INTO desk_action (id, at, editor, action, about, detail) VALUES (?, ?, ?, ?, ?, ?)
                """;
        database.change(
                sql, UUID.randomUUID(), clock.instant().atOffset(ZoneOffset.UTC), editor, action.word(), about, detail);
    }

    /** Remembers a browser, and forgets those of the editor whose cookie has expired. */
    void rememberBrowser(byte[] tokenHash, UUID editor, LocalDate today) {
        String expired = """
                DELETE FROM editor_browser WHERE editor = ? AND known_since < ?
                """;
        database.change(expired, editor, firstDay());
        String sql = """
                INSERT INTO editor_browser (token_hash, editor, known_since) VALUES (?, ?, ?)
                """;
        database.change(sql, tokenHash, editor, today);
    }

    boolean knowsBrowser(byte[] tokenHash, UUID editor) {
        String sql = """
                SELECT 1 FROM editor_browser WHERE token_hash = ? AND editor = ? AND known_since >= ?
                """;
        return database.first(sql, row -> true, tokenHash, editor, firstDay()).isPresent();
    }

    /** Forgets all browsers of an editor: whoever knew the old password may have logged in with one of them. */
    void forgetBrowsers(UUID editor) {
        database.change("DELETE FROM editor_browser WHERE editor = ?", editor);
    }

    private LocalDate firstDay() {
        return LocalDate.now(clock).minusDays(DeskCookies.BROWSER_LASTS.toDays());
    }

    /** Makes an editor unless there is one; whether it was made. */
    boolean addFirstEditor(UUID id, String name, String passwordHash) {
        String sql = """
                INSERT INTO editor (id, name, password_hash, must_change_password, created)
                SELECT ?, ?, ?, true, ? WHERE NOT EXISTS (SELECT 1 FROM editor)
                ON CONFLICT ON CONSTRAINT editor_name_is_unique DO NOTHING
                """;
        return database.change(sql, id, name, passwordHash, clock.instant().atOffset(ZoneOffset.UTC)) == 1;
    }

    boolean hasEditor() {
        return database.first("SELECT 1 FROM editor LIMIT 1", row -> true).isPresent();
    }
}

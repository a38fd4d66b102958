package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Browsers that the desk knows, and the lock on accounts. */
@ApplicationScoped
class DeskQueries {
    private final Database database;
    private final Clock clock;

    DeskQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /** Until the transaction ends nobody else makes, changes or ends accounts. */
    void lockAccounts() {
        database.lock("desk accounts");
    }
}

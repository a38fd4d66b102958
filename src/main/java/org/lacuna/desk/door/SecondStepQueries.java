package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Which codes were used. */
@ApplicationScoped
class SecondStepQueries {
    private final Database database;

    SecondStepQueries(Database database) {
        this.database = database;
    }

    /** Whether no code of this step or a later one was used before. */
    boolean useStep(UUID editor, long step) {
        String sql = """
                UPDATE editor SET last_code_step = ? WHERE id = ? AND last_code_step < ?
                """;
        return database.change(sql, step, editor, step) == 1;
    }

    /** With another secret, earlier steps mean nothing. */
    void startFrom(UUID editor, long step) {
        database.change("UPDATE editor SET last_code_step = ? WHERE id = ?", step, editor);
    }

    boolean holds(UUID editor, byte[] digest) {
        String sql = """
                SELECT 1 FROM recovery_code WHERE editor = ? AND digest = ? AND used IS NULL
                """;
        return database.first(sql, row -> true, editor, digest).isPresent();
    }

    boolean useCode(UUID editor, byte[] digest, LocalDate today) {
        String sql = """
                UPDATE recovery_code SET used = ? WHERE editor = ? AND digest = ? AND used IS NULL
                """;
        return database.change(sql, today, editor, digest) == 1;
    }

    void replaceCodes(UUID editor, List<byte[]> digests) {
        database.change("DELETE FROM recovery_code WHERE editor = ?", editor);
        digests.forEach(
                digest -> database.change("INSERT INTO recovery_code (editor, digest) VALUES (?, ?)", editor, digest));
    }

    long codesLeft(UUID editor) {
        String sql = """
                SELECT count(*) FROM recovery_code WHERE editor = ? AND used IS NULL
                """;
        return database.first(sql, row -> row.getLong(1), editor).orElseThrow();
    }
}

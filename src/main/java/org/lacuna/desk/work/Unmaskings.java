package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.lacuna.intake.SubmissionId;
import org.lacuna.shared.Database;

/**
 * Who may see, for how long, who a person is that did not allow their name to be published. Two accounts have agreed to
 * each of these rows; both may look.
 */
@ApplicationScoped
class Unmaskings {
    /** Long enough to act on it, too short to get used to it. */
    static final Duration HOLDS = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;

    Unmaskings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this editor may see it now. */
    boolean allows(UUID editor, SubmissionId submission) {
        String sql = """
                SELECT 1 FROM unmasking WHERE submission = ? AND ? IN (asked_by, agreed_by) AND until > ?
                """;
        return database.first(sql, row -> true, submission.value(), editor, now())
                .isPresent();
    }

    /** The database refuses two that are one. */
    void allow(SubmissionId submission, UUID askedBy, UUID agreedBy) {
        String sql = """
                INSERT INTO unmasking (id, submission, asked_by, agreed_by, until) VALUES (?, ?, ?, ?, ?)
                """;
        Instant until = clock.instant().plus(HOLDS);
        database.change(sql, UUID.randomUUID(), submission.value(), askedBy, agreedBy, until.atOffset(ZoneOffset.UTC));
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

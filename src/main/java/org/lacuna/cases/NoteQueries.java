package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Keeps what the desk notes about a case and no reader sees: reasons, channels, objections, who may be named. */
@ApplicationScoped
class NoteQueries {
    private static final String OBJECTIONS = """
            SELECT o.id, o.case_slug, o.received, o.asked, a.answer, a.answered
            FROM objection o LEFT JOIN objection_answer a ON a.objection = o.id
            """;

    private final Database database;

    NoteQueries(Database database) {
        this.database = database;
    }

    List<VerifyCase.Checked> levels(String caseSlug) {
        return database.list(
                "SELECT level, reason, shown, editor, recorded FROM verification WHERE case_slug = ? ORDER BY id DESC",
                row -> new VerifyCase.Checked(
                        Verification.of(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, UUID.class)),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                caseSlug);
    }

    void channel(String caseSlug, String entry, RecordReply.Channel channel, Instant at) {
        database.change(
                "INSERT INTO reply_channel (case_slug, entry, how, editor, recorded) VALUES (?, ?, ?, ?, ?)",
                caseSlug,
                entry,
                channel.how(),
                channel.editor(),
                at.atOffset(ZoneOffset.UTC));
    }

    Optional<RecordReply.Channel> channel(String caseSlug, String entry) {
        return database.first(
                "SELECT how, editor FROM reply_channel WHERE case_slug = ? AND entry = ?",
                row -> new RecordReply.Channel(row.getString(1), row.getObject(2, UUID.class)),
                caseSlug,
                entry);
    }

    void objection(UUID id, String caseSlug, LocalDate received, String asked, UUID editor) {
        database.change(
                "INSERT INTO objection (id, case_slug, received, asked, editor) VALUES (?, ?, ?, ?, ?)",
                id,
                caseSlug,
                received,
                asked,
                editor);
    }

    /** Whether there was an objection that waited. */
    boolean answer(UUID objection, LocalDate answered, String answer, UUID editor) {
        return database.change("""
                        INSERT INTO objection_answer (objection, answered, answer, editor)
                        SELECT id, ?, ?, ? FROM objection WHERE id = ? ON CONFLICT DO NOTHING
                        """, answered, answer, editor, objection) == 1;
    }

    List<Objections.Objection> openObjections() {
        return database.list(
                OBJECTIONS + "WHERE a.objection IS NULL ORDER BY o.received, o.id", NoteQueries::objection);
    }

    List<Objections.Objection> objections(String caseSlug) {
        return database.list(
                OBJECTIONS + "WHERE o.case_slug = ? ORDER BY o.received, o.id", NoteQueries::objection, caseSlug);
    }

    void named(String caseSlug, NamedPersons.Noted noted) {
        database.change(
                "INSERT INTO named_person (case_slug, basis, editor, recorded) VALUES (?, ?, ?, ?)",
                caseSlug,
                noted.basis().word(),
                noted.editor(),
                noted.recorded().atOffset(ZoneOffset.UTC));
    }

    Optional<NamedPersons.Noted> named(String caseSlug) {
        return database.first(
                "SELECT basis, editor, recorded FROM named_person WHERE case_slug = ? ORDER BY id DESC LIMIT 1",
                row -> new NamedPersons.Noted(
                        NamedPersons.Basis.of(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                caseSlug);
    }

    private static Objections.Objection objection(ResultSet row) throws SQLException {
        return new Objections.Objection(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getObject(6, LocalDate.class)));
    }
}

package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Database;

/** Keeps what people ask who are named in a case and never wrote to us before, and what they were answered. Not public. */
@ApplicationScoped
public class Objections {
    private static final String SELECT = """
            SELECT o.id, o.case_slug, o.received, o.asked, a.answer, a.answered
            FROM objection o LEFT JOIN objection_answer a ON a.objection = o.id
            """;

    private final Database database;
    private final CaseQueries cases;
    private final Clock clock;

    Objections(Database database, CaseQueries cases, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What somebody asked.
     *
     * @param received the day; a more exact time is not kept
     */
    public record Objection(
            UUID id,
            String caseSlug,
            LocalDate received,
            String asked,
            Optional<String> answer,
            Optional<LocalDate> answered) {
        /** Whether it waits for an answer. */
        public boolean open() {
            return answer.isEmpty();
        }
    }

    /**
     * Notes an objection, received today.
     *
     * @throws IllegalArgumentException if there is no such case
     */
    @Transactional
    public UUID raise(String caseSlug, String asked, UUID editor) {
        Texts.check("text of what is asked", asked);
        if (cases.incidentOf(caseSlug).isEmpty()) {
            throw new IllegalArgumentException("expected the slug of a case, found '" + caseSlug + "'");
        }
        UUID id = UUID.randomUUID();
        database.change(
                "INSERT INTO objection (id, case_slug, received, asked, editor) VALUES (?, ?, ?, ?, ?)",
                id,
                caseSlug,
                LocalDate.now(clock),
                asked,
                editor);
        return id;
    }

    /**
     * Answers an objection, once.
     *
     * @throws IllegalArgumentException if there is no such objection, or it has an answer already
     */
    @Transactional
    public void answer(UUID objection, String answer, UUID editor) {
        Texts.check("answer", answer);
        int answered = database.change(
                """
                INSERT INTO objection_answer (objection, answered, answer, editor)
                SELECT id, ?, ?, ? FROM objection WHERE id = ? ON CONFLICT DO NOTHING
                """,
                LocalDate.now(clock),
                answer,
                editor,
                objection);
        if (answered == 0) {
            throw new IllegalArgumentException("expected an objection that waits for an answer, found none under this id");
        }
    }

    /** Those that wait for an answer, the oldest first. */
    public List<Objection> open() {
        return database.list(SELECT + "WHERE a.objection IS NULL ORDER BY o.received, o.id", Objections::objection);
    }

    /** All about one case, the oldest first. */
    public List<Objection> of(String caseSlug) {
        return database.list(
                SELECT + "WHERE o.case_slug = ? ORDER BY o.received, o.id", Objections::objection, caseSlug);
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getObject(6, LocalDate.class)));
    }
}

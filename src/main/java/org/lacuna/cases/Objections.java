package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what people ask who are named in a case and never wrote to us before, and what they were answered. Not public. */
@ApplicationScoped
public class Objections {
    private final NoteQueries notes;
    private final CaseQueries cases;
    private final Clock clock;

    Objections(NoteQueries notes, CaseQueries cases, Clock clock) {
        this.notes = notes;
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
        notes.objection(id, caseSlug, LocalDate.now(clock), asked, editor);
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
        if (!notes.answer(objection, LocalDate.now(clock), answer, editor)) {
            throw new IllegalArgumentException(
                    "expected an objection that waits for an answer, found none under this id");
        }
    }

    /** Those that wait for an answer, the oldest first. */
    public List<Objection> open() {
        return notes.openObjections();
    }

    /** All about one case, the oldest first. */
    public List<Objection> of(String caseSlug) {
        return notes.objections(caseSlug);
    }
}

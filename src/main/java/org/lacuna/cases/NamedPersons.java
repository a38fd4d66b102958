package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Word;

/** Knows whether a case names a living person and why it may. For the desk; what follows from it is the desk's rule. */
@ApplicationScoped
public class NamedPersons {
    private final NoteQueries notes;
    private final CaseQueries cases;
    private final Clock clock;

    NamedPersons(NoteQueries notes, CaseQueries cases, Clock clock) {
        this.notes = notes;
        this.cases = cases;
        this.clock = clock;
    }

    /** Why a case may name whom it names. */
    public enum Basis implements Word {
        /** It names nobody who lives. */
        NOBODY_LIVING,
        /** The person said yes. */
        CONSENTED,
        /** A public figure who spoke of it in public. */
        PUBLIC_FIGURE_OWN_STATEMENT,
        /** A second editor agreed. */
        SECOND_EDITOR,
        /** It names a living person, and nobody has decided yet. */
        UNDECIDED;

        /** Reads a {@link #word()}; refuses others. */
        public static Basis of(String word) {
            return Word.of(Basis.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("expected a basis out of "
                            + Arrays.stream(values()).map(Basis::word).toList() + ", found '" + word + "'"));
        }
    }

    /** What was noted last. */
    public record Noted(Basis basis, UUID editor, Instant recorded) {}

    /** @throws IllegalArgumentException if there is no such case */
    @Transactional
    public void note(String caseSlug, Basis basis, UUID editor) {
        if (cases.incidentOf(caseSlug).isEmpty()) {
            throw new IllegalArgumentException("expected the slug of a case, found '" + caseSlug + "'");
        }
        notes.named(caseSlug, new Noted(basis, editor, clock.instant()));
    }

    /** What is noted of a case; empty if nobody has looked yet. */
    public Optional<Noted> of(String caseSlug) {
        return notes.named(caseSlug);
    }
}

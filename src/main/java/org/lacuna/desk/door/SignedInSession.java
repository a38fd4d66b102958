package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;

/** What follows a right password and a right code, in one transaction. */
@ApplicationScoped
class SignedInSession {
    private final SecondSteps secondSteps;
    private final OpenSession sessions;
    private final DeskQueries queries;
    private final Audit audit;
    private final Clock clock;

    SignedInSession(SecondSteps secondSteps, OpenSession sessions, DeskQueries queries, Audit audit, Clock clock) {
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty if somebody used the same code a moment ago. */
    @Transactional
    Optional<SignIn.SignedIn> open(Editor editor, Identity identity, SecondSteps.Proof proof) {
        if (!secondSteps.use(editor, proof)) {
            return Optional.empty();
        }
        Token here = Token.draw();
        queries.rememberBrowser(here.digest(), editor.id(), LocalDate.now(clock));
        Token session = sessions.open(editor, identity);
        if (proof instanceof SecondSteps.Spare) {
            audit.act(editor.id(), DeskAction.USED_RECOVERY_CODE, "the desk", "");
        }
        audit.act(editor.id(), DeskAction.LOGGED_IN, "the desk", "");
        return Optional.of(new SignIn.SignedIn(session, here));
    }
}

package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.ReceiptKeys;

/** Stores what a person told us, with its files, under their receipt, once. */
@ApplicationScoped
public class StoreSubmission {
    private final SubmissionQueries queries;
    private final SubmissionKeys keys;
    private final Envelope envelope;
    private final SealedFiles files;
    private final Event<SubmissionClosed> closed;
    private final Clock clock;

    StoreSubmission(
            SubmissionQueries queries,
            SubmissionKeys keys,
            Envelope envelope,
            SealedFiles files,
            Event<SubmissionClosed> closed,
            Clock clock) {
        this.queries = queries;
        this.keys = keys;
        this.envelope = envelope;
        this.files = files;
        this.closed = closed;
        this.clock = clock;
    }

    /**
     * Stores all of it or nothing. When this returns it is on disk; the same receipt a second time stores nothing, so
     * that a form sent again after a broken connection makes no second submission.
     *
     * @param person who the person is, if they want to say so; closed apart from what they told
     * @return whether it was stored now
     * @throws FileRefused if a file cannot be taken; then nothing is stored
     * @throws IOException if a file broke off; then nothing is stored
     */
    @Transactional(rollbackOn = IOException.class)
    public boolean store(
            ReceiptKeys receipt, Told told, Optional<String> person, Consents consents, ArrivingFiles arriving)
            throws IOException {
        SubmissionId id = SubmissionId.draw();
        Identity identity = Identity.draw();
        LocalDate today = LocalDate.now(clock);
        byte[] sealed = envelope.close(identity.recipient(), row(id), told);
        if (!queries.insert(id, receipt.lookup(), today, identity.recipient(), sealed, consents)) {
            return false;
        }
        keys.wrap(id, identity, receipt);
        person.ifPresent(who -> {
            ItemId item = ItemId.draw();
            byte[] name = envelope.close(identity.recipient(), SealedFiles.row(id, item), who);
            queries.insert(id, item, ItemKind.PERSON, today, name);
        });
        files.store(id, identity.recipient(), today, arriving);
        closed.fire(new SubmissionClosed(id, told));
        return true;
    }

    static String row(SubmissionId id) {
        return "submission " + id;
    }
}

package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.lacuna.intake.seal.Recipient;

/** Adds messages, facts and files to a submission. It needs no private key: what is added is closed at once. */
@ApplicationScoped
public class AddToSubmission {
    /** Code points of a message. */
    public static final int MOST_TEXT = 20_000;

    private static final int MOST_ITEMS = 500;

    private final SubmissionRepository repository;
    private final SubmissionQueries queries;
    private final Envelope envelope;
    private final SealedFiles files;
    private final Event<SubmissionMoved> moved;
    private final Clock clock;

    AddToSubmission(
            SubmissionRepository repository,
            SubmissionQueries queries,
            Envelope envelope,
            SealedFiles files,
            Event<SubmissionMoved> moved,
            Clock clock) {
        this.repository = repository;
        this.queries = queries;
        this.envelope = envelope;
        this.files = files;
        this.moved = moved;
        this.clock = clock;
    }

    /** Whether something can be added: not to one that was withdrawn, nor without end. */
    public enum Result {
        ADDED,
        WITHDRAWN,
        FULL
    }

    /** Adds a text. */
    @Transactional
    public Result text(SubmissionId id, ItemKind kind, String text) {
        if (kind == ItemKind.FILE || kind == ItemKind.PERSON || text.isBlank()) {
            throw new IllegalArgumentException("expected some text and a kind of text, found none or " + kind.word());
        }
        return held(id, kind.byPerson(), recipient -> {
            ItemId item = ItemId.draw();
            byte[] sealed = envelope.close(recipient, SealedFiles.row(id, item), text);
            queries.insert(id, item, kind, LocalDate.now(clock), sealed);
        });
    }

    /**
     * Adds files.
     *
     * @throws FileRefused if one cannot be taken; then none is
     */
    @Transactional(rollbackOn = IOException.class)
    public Result files(SubmissionId id, ArrivingFiles arriving) throws IOException {
        return held(id, true, recipient -> files.store(id, recipient, LocalDate.now(clock), arriving));
    }

    private interface Adding<E extends Exception> {
        void to(Recipient recipient) throws E;
    }

    private <E extends Exception> Result held(SubmissionId id, boolean byPerson, Adding<E> adding) throws E {
        StoredSubmission stored = repository.hold(id).orElseThrow();
        if (stored.recipient().isEmpty()) {
            return Result.WITHDRAWN;
        }
        if (queries.count(id) >= MOST_ITEMS) {
            return Result.FULL;
        }
        adding.to(stored.recipient().get());
        if (byPerson) {
            moved.fire(new SubmissionMoved(id, SubmissionMoved.Move.GREW));
        }
        return Result.ADDED;
    }
}

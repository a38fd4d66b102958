package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.ArrivingFiles;
import org.lacuna.intake.Consents;
import org.lacuna.intake.EditorKey;
import org.lacuna.intake.KeyHolders;
import org.lacuna.intake.StoreSubmission;
import org.lacuna.intake.marks.Report;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.ReceiptKeys;
import org.lacuna.shared.Database;
import org.lacuna.shared.Seal;

/** Stores reports as the form does, and empties the queue before a test that counts lines. */
@ApplicationScoped
class Incoming {
    private final StoreSubmission store;
    private final KeyHolders holders;
    private final Database database;
    private final Clock clock;

    Incoming(StoreSubmission store, KeyHolders holders, Database database, Clock clock) {
        this.store = store;
        this.holders = holders;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void empty() {
        database.change("DELETE FROM queue_item");
        database.change("DELETE FROM submission_mark");
    }

    /** Takes away what was sent: tests that read every row of every table come after this one. */
    @Transactional
    void forget() {
        String sent = "(SELECT ref::uuid FROM queue_item WHERE kind = 'submission')";
        database.change("DELETE FROM submission_mark WHERE submission IN " + sent);
        database.change("DELETE FROM submission_key WHERE submission IN " + sent);
        database.change("DELETE FROM submission_item WHERE submission IN " + sent);
        database.change("DELETE FROM submission WHERE id IN " + sent
                + " AND NOT EXISTS (SELECT 1 FROM submission_yield WHERE submission = submission.id)");
        database.change("DELETE FROM queue_item");
    }

    /** Editors of other tests hold keys too, and each report would be wrapped to all of them. */
    @Transactional
    void withoutOtherEditors() {
        database.change("DELETE FROM key_holder WHERE holder <> 'recovery'");
    }

    /** The id of the submission. */
    String send(Report report) {
        byte[] lookup = Seal.randomBytes(32);
        try {
            store.store(
                    new ReceiptKeys(lookup, Seal.randomBytes(32)),
                    report.told(),
                    Optional.empty(),
                    Consents.NONE,
                    ArrivingFiles.NONE);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return database.first("SELECT id::text FROM submission WHERE lookup = ?", row -> row.getString(1), lookup)
                .orElseThrow();
    }

    List<String> send(List<Report> reports) {
        return reports.stream().map(this::send).toList();
    }

    /** An editor who holds a key; nobody needs to log in for it. */
    @Transactional
    Known editor() {
        UUID id = UUID.randomUUID();
        database.change(
                "INSERT INTO editor (id, name, password_hash, must_change_password, created)"
                        + " VALUES (?, ?, '$argon2id$none', false, ?)",
                id,
                "queue-" + id,
                clock.instant().atOffset(ZoneOffset.UTC));
        Identity identity = Identity.draw();
        holders.put(id.toString(), identity.recipient());
        return new Known(id, new EditorKey(id.toString(), identity));
    }

    record Known(UUID id, EditorKey key) {}
}

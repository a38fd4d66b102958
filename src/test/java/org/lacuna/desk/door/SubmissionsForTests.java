package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.Answer;
import org.lacuna.intake.ArrivingFiles;
import org.lacuna.intake.Consents;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.StoreSubmission;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.Told;
import org.lacuna.intake.seal.ReceiptKeys;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.Seal;

/** Stores submissions as the form does, without its pages and without the slow hash of a receipt. */
@ApplicationScoped
public class SubmissionsForTests {
    private final StoreSubmission store;
    private final OwnSubmission own;

    SubmissionsForTests(StoreSubmission store, OwnSubmission own) {
        this.store = store;
        this.own = own;
    }

    /** A report on Zoom, from about May 2020. */
    public SubmissionId send(String subject, String what) {
        return send(new Told(
                what,
                Optional.of("zoom"),
                Optional.empty(),
                subject,
                Optional.of(EdtfDate.parse("2020-05~")),
                Answer.NOT_SURE,
                Optional.empty(),
                List.of(),
                Answer.NOT_SURE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "en"));
    }

    public SubmissionId send(Told told) {
        ReceiptKeys keys = new ReceiptKeys(Seal.randomBytes(Seal.KEY_BYTES), Seal.randomBytes(Seal.KEY_BYTES));
        try {
            store.store(keys, told, Optional.empty(), new Consents(true, true, false, false), ArrivingFiles.NONE);
        } catch (IOException noFiles) {
            throw new UncheckedIOException(noFiles);
        }
        return own.find(keys).orElseThrow().id();
    }

    /** How the person sees it. */
    public Submission standing(SubmissionId id) {
        return own.standing(id);
    }
}

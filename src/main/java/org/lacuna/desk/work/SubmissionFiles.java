package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.lacuna.desk.door.Visitor;
import org.lacuna.evidence.copies.Copy;
import org.lacuna.evidence.copies.PublicFileCopies;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Item;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionKey;

/** Finds a file of a submission, opened with the visitor's own key, and has it drawn anew. */
@ApplicationScoped
class SubmissionFiles {
    private final OpenSubmission open;
    private final Dossiers dossiers;
    private final PublicFileCopies copies;

    SubmissionFiles(OpenSubmission open, Dossiers dossiers, PublicFileCopies copies) {
        this.open = open;
        this.dossiers = dossiers;
        this.copies = copies;
    }

    /** A file, with the key that opens it. */
    record Found(SubmissionKey key, Item item, FileKind kind) {}

    /** @throws NotFoundException if there is none, or it does not open with this visitor's key */
    Found find(Visitor visitor, String id, String item) {
        Submission submission = open.find(id);
        SubmissionKey key = open.unlock(visitor, submission.id())
                .orElseThrow(() -> new NotFoundException("This submission does not open with your key here."));
        Item found = dossiers.open(key).stream()
                .flatMap(dossier -> dossier.items().stream())
                .filter(each -> each.file().isPresent() && each.id().toString().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such file in this submission."));
        return new Found(key, found, FileKind.named(found.file().orElseThrow().kind()));
    }

    /** @throws IOException also while reading, if what is stored was altered */
    InputStream original(Found found) throws IOException {
        return dossiers.file(found.key(), found.item());
    }

    Copy copy(Found found) throws IOException {
        try (InputStream in = original(found)) {
            return copies.make(in, found.kind());
        }
    }

    /** Why there is no copy, for an editor. */
    static String notMade(Copy.NotMade copy) {
        return switch (copy.reason()) {
            case VIDEO -> "Nothing here can make a copy of a film. Look at the original on a machine that is offline.";
            case BUSY -> "Too many copies are being made. Try again in a minute.";
            case NO_WORKER -> "This machine cannot make copies; its log says why.";
            default -> "No copy could be made of this file: " + copy.reason().word() + ".";
        };
    }
}

package org.lacuna.desk.work;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.evidence.copies.Copy;
import org.lacuna.evidence.copies.PublicFileCopies;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Item;
import org.lacuna.intake.ItemId;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionKey;

/**
 * Files of a submission. The copy was made anew and may be looked at in the browser; the original was made by a stranger
 * and is handed out as a download alone, under a name of ours, so that nothing opens by itself.
 */
@Path("/desk/submissions/{id}/files/{item}")
@Blocking
class FilePages {
    private static final int UNPROCESSABLE = 422;
    private final Visit visit;
    private final OpenSubmission open;
    private final Dossiers dossiers;
    private final PublicFileCopies copies;
    private final DecideSubmission decide;

    FilePages(Visit visit, OpenSubmission open, Dossiers dossiers, PublicFileCopies copies, DecideSubmission decide) {
        this.visit = visit;
        this.open = open;
        this.dossiers = dossiers;
        this.copies = copies;
        this.decide = decide;
    }

    /** A file of an opened submission, with the key that opens it. */
    private record Found(SubmissionKey key, Item item, FileKind kind) {}

    @GET
    @Path("/copy")
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public Response copy(@PathParam("id") String id, @PathParam("item") String item) throws IOException {
        Found found = find(id, item);
        decide.lookAtFile(visit.visitor(), found.key().id(), "copy");
        try (InputStream in = dossiers.file(found.key(), found.item())) {
            Copy copy = copies.make(in, found.kind());
            if (copy instanceof Copy.Made made) {
                return answer(Response.ok(made.bytes(), type(made.kind())), "inline", made.kind());
            }
            throw new ClientErrorException(notMade((Copy.NotMade) copy), UNPROCESSABLE);
        }
    }

    @GET
    @Path("/original")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response original(@PathParam("id") String id, @PathParam("item") String item) throws IOException {
        Found found = find(id, item);
        decide.lookAtFile(visit.visitor(), found.key().id(), "original");
        // Opened before the answer begins, so that one that was altered is an error and not half a file.
        dossiers.file(found.key(), found.item()).close();
        StreamingOutput bytes = out -> {
            try (InputStream in = dossiers.file(found.key(), found.item())) {
                in.transferTo(out);
            }
        };
        return answer(Response.ok(bytes, "application/octet-stream"), "attachment", found.kind());
    }

    private static String type(FileKind kind) {
        return kind == FileKind.TEXT ? kind.mediaType() + ";charset=UTF-8" : kind.mediaType();
    }

    private static String notMade(Copy.NotMade copy) {
        return switch (copy.reason()) {
            case VIDEO -> "Nothing here can make a copy of a film. Look at the original on a machine that is offline.";
            case BUSY -> "Too many copies are being made. Try again in a minute.";
            case NO_WORKER -> "This machine cannot make copies; its log says why.";
            default -> "No copy could be made of this file: " + copy.reason().word() + ".";
        };
    }

    private static Response answer(Response.ResponseBuilder answer, String how, FileKind kind) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"file." + kind.ending() + "\"")
                .build();
    }

    private Found find(String id, String item) {
        Submission submission = open.find(id);
        SubmissionKey key = open.unlock(visit.visitor(), submission.id())
                .orElseThrow(() -> new NotFoundException("This submission does not open with your key here."));
        Item found = dossiers.open(key).stream()
                .flatMap(dossier -> dossier.items().stream())
                .filter(each -> each.file().isPresent() && each.id().toString().equals(item))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such file in this submission."));
        return new Found(key, found, FileKind.named(found.file().get().kind()));
    }
}

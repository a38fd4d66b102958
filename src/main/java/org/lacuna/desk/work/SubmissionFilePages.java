package org.lacuna.desk.work;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
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
import org.lacuna.evidence.files.FileKind;

/**
 * Files of a submission. The copy was made anew and may be looked at in the browser; the original was made by a stranger
 * and is handed out as a download alone, under a name of ours, so that nothing opens by itself.
 */
@Path("/desk/submissions/{id}/files/{item}")
@Blocking
class SubmissionFilePages {
    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final SubmissionFiles files;
    private final DecideSubmission decide;

    SubmissionFilePages(Visit visit, SubmissionFiles files, DecideSubmission decide) {
        this.visit = visit;
        this.files = files;
        this.decide = decide;
    }

    @GET
    @Path("/copy")
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public Response copy(@PathParam("id") String id, @PathParam("item") String item) throws IOException {
        SubmissionFiles.Found found = files.find(visit.visitor(), id, item);
        decide.lookAtFile(visit.visitor(), found.key().id(), "copy");
        Copy copy = files.copy(found);
        if (copy instanceof Copy.Made made) {
            return answer(Response.ok(made.bytes(), type(made.kind())), "inline", made.kind());
        }
        throw new ClientErrorException(SubmissionFiles.notMade((Copy.NotMade) copy), UNPROCESSABLE);
    }

    @GET
    @Path("/original")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response original(@PathParam("id") String id, @PathParam("item") String item) throws IOException {
        SubmissionFiles.Found found = files.find(visit.visitor(), id, item);
        decide.lookAtFile(visit.visitor(), found.key().id(), "original");
        StreamingOutput bytes = out -> {
            try (InputStream in = files.original(found)) {
                in.transferTo(out);
            }
        };
        return answer(Response.ok(bytes, "application/octet-stream"), "attachment", found.kind());
    }

    private static String type(FileKind kind) {
        return kind == FileKind.TEXT ? kind.mediaType() + ";charset=UTF-8" : kind.mediaType();
    }

    private static Response answer(Response.ResponseBuilder answer, String how, FileKind kind) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, how + "; filename=\"file." + kind.ending() + "\"")
                .build();
    }
}

package org.lacuna.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.lacuna.publication.PublicFiles;
import org.lacuna.shared.Digest;

/** Copies of files that belong to a case. A copy may have to go, so nobody is told to keep it for long. */
@Path("/files")
@Blocking
public class FilePages {
    private final PublicFiles files;

    FilePages(PublicFiles files) {
        this.files = files;
    }

    /** @param hex digest of the copy, 64 characters */
    @GET
    @Path("/{hex}")
    public Response file(@PathParam("hex") String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new NotFoundException("Expected the SHA-256 of a file in 64 characters.");
        }
        PublicFiles.Content file = files.find(new Digest(hex))
                .orElseThrow(() -> new NotFoundException("There is no such file, or it was taken back."));
        String type = file.media().startsWith("text/") ? file.media() + ";charset=UTF-8" : file.media();
        return Response.ok(file.bytes(), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header(HttpHeaders.CACHE_CONTROL, "max-age=60, must-revalidate")
                .build();
    }
}

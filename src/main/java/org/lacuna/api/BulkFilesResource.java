package org.lacuna.api;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.lacuna.publication.bulk.BulkFile;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;

/**
 * The bulk files themselves. The operating system sends them, so a slow reader holds no thread. Names are looked up among
 * those of the set and never taken for a path.
 */
@Path("/bulk/{set}/{file}")
@Blocking
@Tag(name = "Bulk files", description = "The record as files, signed and dated")
public class BulkFilesResource {
    private static final String LATEST = "latest";

    private final BulkSets sets;

    BulkFilesResource(BulkSets sets) {
        this.sets = sets;
    }

    @GET
    @Uncompressed
    @Operation(
            operationId = "readBulkFile",
            summary = "One file of a set",
            description =
                    "`latest` as the name of the set leads to the newest. Ranges are answered; the entity tag is the"
                            + " SHA-256 digest of the file.")
    @Parameter(name = "set", in = ParameterIn.PATH, description = "The name of a set, or `latest`", example = "latest")
    @Parameter(
            name = "file",
            in = ParameterIn.PATH,
            description = "The name of one of its files",
            example = "cases.csv")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "206", description = "The part that was asked for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "307", description = "Where the latest is")
    @APIResponse(responseCode = "404", description = "No set has this name, or none of its files")
    @APIResponse(responseCode = "410", description = "It is served no more; what replaces it is named")
    @APIResponse(responseCode = "416", description = "The file has no such part")
    public Response file(
            @PathParam("set") String set,
            @PathParam("file") String name,
            @Parameter(description = RangedAnswer.ABOUT_RANGE) @HeaderParam("Range") Optional<String> range,
            @Parameter(description = RangedAnswer.ABOUT_IF_RANGE) @HeaderParam("If-Range") Optional<String> ifRange,
            @Context Request request) {
        return answer(set, name, new RangedAnswer(request, range, ifRange), true);
    }

    /** The same without the bytes. */
    @HEAD
    @Uncompressed
    @Operation(operationId = "readBulkFile", hidden = true)
    public Response head(@PathParam("set") String set, @PathParam("file") String name, @Context Request request) {
        return answer(set, name, new RangedAnswer(request, Optional.empty(), Optional.empty()), false);
    }

    private Response answer(String set, String name, RangedAnswer answer, boolean withBody) {
        if (set.equals(LATEST)) {
            return latest(name);
        }
        Optional<BulkSet> found = sets.find(set);
        if (found.isEmpty()) {
            return sets.gone(set).map(gone -> gone(gone, name)).orElseThrow(() -> unknown());
        }
        BulkFile file = file(found.get(), name);
        java.nio.file.Path place = sets.place(found.get(), file);
        if (!Files.isRegularFile(place)) {
            throw new NotFoundException("The file is not on this machine: processes that answer the public share the"
                    + " folder of bulk files (lacuna.bulk.folder).");
        }
        String media = file.media().startsWith("text/") ? file.media() + ";charset=UTF-8" : file.media();
        return answer.of(
                new RangedAnswer.File(media, file.digest(), file.bytes(), RangedAnswer.File.digested(file.digest())),
                (response, some) -> withBody
                        ? response.entity(
                                some.length() == 0 ? new byte[0] : new PathPart(place, some.from(), some.length()))
                        : response.header(HttpHeaders.CONTENT_LENGTH, some.length()));
    }

    private Response latest(String name) {
        BulkSet latest = sets.latest()
                .orElseThrow(() -> new NotFoundException(
                        "No bulk files are made yet; the first set is made soon after the first start."));
        return Response.temporaryRedirect(URI.create(
                        "/bulk/" + latest.name() + "/" + file(latest, name).name()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static Response gone(BulkSets.Gone gone, String name) {
        String why = gone.redacted()
                ? "Something that these files held was redacted."
                : "Old sets are not kept, except the first of each month.";
        Response.ResponseBuilder response = Response.status(Response.Status.GONE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .type("text/plain;charset=UTF-8");
        Optional<String> instead = gone.replacedBy()
                .filter(set -> name.matches("[A-Za-z0-9._-]+"))
                .map(set -> "/bulk/" + set + "/" + name);
        instead.ifPresent(place -> response.header("Link", "<" + place + ">; rel=\"successor-version\""));
        return response.entity(why
                        + instead.map(place -> " Without it they are at " + place + "\n")
                                .orElse(" The list of sets is at /bulk\n"))
                .build();
    }

    private static BulkFile file(BulkSet set, String name) {
        return set.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown());
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There are no bulk files of this name; /bulk lists all sets and their files.");
    }
}

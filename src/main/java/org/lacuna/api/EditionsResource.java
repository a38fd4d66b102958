package org.lacuna.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.editions.Editions;
import org.lacuna.shared.SiteAddress;

/** Editions as the change feed names them. Their files stand at {@code /reports}. */
@Path("/api/v1/editions")
@Produces(Answers.JSON)
@Tag(name = "Editions", description = "What was counted for a report at one change of the record, by digests")
public class EditionsResource {
    private final Editions editions;
    private final SiteAddress site;

    EditionsResource(Editions editions, SiteAddress site) {
        this.editions = editions;
        this.site = site;
    }

    @GET
    @Path("{report}/{number}")
    @Operation(
            operationId = "readEdition",
            summary = "One edition of a report",
            description = "Canonical JSON (RFC 8785) with the digest of each of its files, which stand at"
                    + " /reports/{report}/{number}.{format}; the entity tag is the SHA-256 digest of the bytes, as in"
                    + " the change feed.")
    @Parameter(
            name = "report",
            in = ParameterIn.PATH,
            description = "The report, as its address names it",
            example = "time-to-reversal")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "The number of the edition", example = "1")
    @APIResponse(responseCode = "200", description = "The document of the edition")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "410", description = "It was redacted or taken back; the body is a tombstone")
    @APIResponse(responseCode = "404", description = "No edition with this name was published")
    public Response one(
            @PathParam("report") String report,
            @PathParam("number") String number,
            @Context UriInfo uri,
            @Context Request request) {
        Optional<LocalDate> asOf = Asked.in(uri).asOf();
        String name = report + "/" + number;
        Editions.Version found = editions.version(name, asOf)
                .orElseThrow(() -> new NotFoundException(
                        "expected the name of a published edition such as time-to-reversal/1, found '" + name + "'"
                                + asOf.map(day -> " as of " + day).orElse("") + "; /reports lists them"));
        if (found.gone()) {
            return Answers.gone(found.document());
        }
        Response answer = Answers.document(found.document(), request);
        answer.getHeaders()
                .add("Link", "<" + site.root(uri.getBaseUri()).resolve("reports/" + name) + ">; rel=\"cite-as\"");
        return answer;
    }
}

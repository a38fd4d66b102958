package org.lacuna.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.PublicVocabulary;
import org.lacuna.shared.Digest;

/** The closed lists of words that documents use. */
@Path("/api/v1/vocabulary")
@Produces(Answers.JSON)
@Tag(name = "Vocabulary", description = "The words that documents use")
public class VocabularyResource {
    private final ObjectMapper json;

    VocabularyResource(ObjectMapper json) {
        this.json = json;
    }

    @GET
    @Operation(operationId = "readVocabulary", summary = "Every closed list of words, with the meaning of each")
    @APIResponse(responseCode = "200", description = "Lists by the name of the field that uses them")
    public Response all(@Context Request request) {
        byte[] body = Answers.bytes(json, json.valueToTree(PublicVocabulary.all()));
        return Answers.tagged(body, Digest.of(body), request).build();
    }
}

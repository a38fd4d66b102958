package org.lacuna.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lacuna.publication.PublicVocabulary;

/** The closed lists of words that documents use. */
@Path("/api/v1/vocabulary")
@Produces(Answers.JSON)
@Tag(name = "Vocabulary", description = "The words that documents use")
public class VocabularyResource {
    @GET
    @Operation(summary = "Every closed list of words, with the meaning of each")
    @APIResponse(responseCode = "200", description = "Lists by the name of the field that uses them")
    public Map<String, Map<String, String>> all() {
        return PublicVocabulary.all();
    }
}

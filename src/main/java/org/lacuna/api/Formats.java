package org.lacuna.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;

/** {@code format=csv} asks for what {@code Accept: text/csv} does: an address in a mail or a script has no headers. */
@Provider
@PreMatching
class Formats implements ContainerRequestFilter {
    static final String CSV = "text/csv;charset=UTF-8";
    static final String NDJSON = "application/x-ndjson";

    private static final Map<String, String> MEDIA =
            new TreeMap<>(Map.of("json", Answers.JSON, "csv", "text/csv", "ndjson", NDJSON));

    /** The query parameter. */
    static final Parameter PARAMETER = Parameters.oneOf(
            "format",
            List.copyOf(MEDIA.keySet()),
            "The format of the answer, as the Accept header says it too; csv and ndjson stream the whole list",
            "csv");

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> asked = request.getUriInfo().getQueryParameters().get(PARAMETER.name());
        // what stands twice or wrongly is refused where all parameters are read
        if (ApiHeaders.isApi(request) && asked != null && MEDIA.containsKey(asked.get(0))) {
            request.getHeaders().putSingle("Accept", MEDIA.get(asked.get(0)));
        }
    }
}

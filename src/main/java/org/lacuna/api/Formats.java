package org.lacuna.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;

/** {@code format=csv} asks for what {@code Accept: text/csv} does: an address in a mail or a script has no headers. */
@Provider
@PreMatching
class Formats implements ContainerRequestFilter {
    static final String CSV_TYPE = "text/csv";
    static final String CSV = CSV_TYPE + ";charset=UTF-8";
    static final String NDJSON = "application/x-ndjson";

    private static final Map<String, String> MEDIA =
            new TreeMap<>(Map.of("json", Answers.JSON, "csv", CSV_TYPE, "ndjson", NDJSON));

    /** The query parameter. */
    static final Parameter PARAMETER = Parameters.oneOf(
            "format",
            List.copyOf(MEDIA.keySet()),
            "The format of the answer, as the Accept header says it too; csv and ndjson stream the whole list",
            "csv");

    /** What has no such format still hears the question, and can say what is wrong with it. */
    private static final String OR_ANY = ", */*;q=0.1";

    /** JSON comes first for whoever has not named a format of ours, as browsers and curl do not. */
    private static final String JSON_FIRST = Answers.JSON + OR_ANY;

    private static final Pattern OURS = Pattern.compile("json|csv|bibtex|text/plain");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!ApiHeaders.isApi(request)) {
            return;
        }
        List<String> asked = request.getUriInfo().getQueryParameters().get(PARAMETER.name());
        // what stands twice or wrongly is refused where all parameters are read
        if (asked != null && MEDIA.containsKey(asked.get(0))) {
            request.getHeaders().putSingle("Accept", MEDIA.get(asked.get(0)) + OR_ANY);
        } else if (!OURS.matcher(String.valueOf(request.getHeaderString("Accept")))
                .find()) {
            request.getHeaders().putSingle("Accept", JSON_FIRST);
        }
    }
}

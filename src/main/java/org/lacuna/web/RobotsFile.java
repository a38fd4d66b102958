package org.lacuna.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What we ask of those who read pages by machine (RFC 9309). The record may be read and kept by anybody. */
@Path("/robots.txt")
public class RobotsFile {
    /** Lists narrowed in every way are the same cases again and again; the rest holds nothing to find. */
    private static final String RULES = """
            User-agent: *
            Disallow: /cases?
            Disallow: /desk
            Disallow: /reachable?
            Disallow: /submit/
            """;

    @GET
    @Produces("text/plain;charset=UTF-8")
    public Response rules() {
        return Response.ok(RULES)
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }
}

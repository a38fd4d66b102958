package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.publication.Monitor;

/** Where somebody asks whether a profile can be reached. Answers from stored looks alone: asking makes us visit nothing. */
@Path("/reachable")
@Produces(MediaType.TEXT_HTML)
public class ReachablePage {
    private static final int LONGEST = 2_000;

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance reachable(View view);
    }

    /**
     * What was asked and what is known.
     *
     * @param url as typed
     * @param asked whether anything was
     * @param understood whether it was an address
     * @param asOf the day that was asked for, of which nothing is kept
     */
    record View(
            String url,
            boolean asked,
            boolean understood,
            Optional<Monitor.Reachable> found,
            Optional<LocalDate> asOf) {}

    private final Monitor monitor;

    ReachablePage(Monitor monitor) {
        this.monitor = monitor;
    }

    @GET
    public TemplateInstance ask(@QueryParam("url") String typed, @QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        String url = typed == null ? "" : typed.strip();
        Optional<URI> address = address(url);
        return Templates.reachable(
                new View(url, !url.isEmpty(), address.isPresent(), address.flatMap(monitor::reachable), day));
    }

    private static Optional<URI> address(String url) {
        try {
            String whole = url.matches("(?i)https?://.*") ? url : "https://" + url;
            return Optional.of(new URI(whole))
                    .filter(found -> url.length() <= LONGEST)
                    .filter(found -> found.getHost() != null && found.getHost().contains("."));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}

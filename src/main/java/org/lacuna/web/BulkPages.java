package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.page.AsOf;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;

/** The list of bulk files, for people. */
@Path("/bulk")
@Produces(MediaType.TEXT_HTML)
public class BulkPages {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance bulk(List<BulkSet> sets, String pem, Optional<LocalDate> asOf);
    }

    private final BulkSets sets;
    private final ServiceKey key;

    BulkPages(BulkSets sets, ServiceKey key) {
        this.sets = sets;
        this.key = key;
    }

    /**
     * The sets that are kept; of a day, those that were made by its end (UTC).
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    public TemplateInstance all(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        return Templates.bulk(
                sets.all().stream()
                        .filter(set -> day.map(AsOf::end)
                                .map(end -> set.made().isBefore(end))
                                .orElse(true))
                        .toList(),
                key.verification().pem(),
                day);
    }

    /** A set stands in the list. */
    @GET
    @Path("/{set}")
    public Response one(@PathParam("set") String name) {
        Optional<BulkSet> set = name.equals("latest") ? sets.latest() : sets.find(name);
        return Response.seeOther(URI.create("/bulk#"
                        + set.map(BulkSet::name)
                                .orElseThrow(() -> new NotFoundException("There is no such set of bulk files."))))
                .build();
    }
}

package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;

/** The list of bulk files, for people. */
@Path("/bulk")
@Produces(MediaType.TEXT_HTML)
public class BulkPages {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance bulk(List<BulkSet> sets, String pem);
    }

    private final BulkSets sets;
    private final ServiceKey key;

    BulkPages(BulkSets sets, ServiceKey key) {
        this.sets = sets;
        this.key = key;
    }

    @GET
    public TemplateInstance all() {
        return Templates.bulk(sets.all(), key.verification().pem());
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

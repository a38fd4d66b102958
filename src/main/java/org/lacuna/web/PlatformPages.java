package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Monitor;
import org.lacuna.publication.PublicRecord;

/** The platforms: what is recorded about each, how it is watched, how to appeal. */
@Path("/platforms")
@Produces(MediaType.TEXT_HTML)
public class PlatformPages {
    private static final int AT_ONCE = 50;

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance platforms(List<PlatformView> platforms);

        static native TemplateInstance platform(PlatformView view);
    }

    private final PublicRecord record;
    private final Monitor monitor;
    private final Platforms platforms;

    PlatformPages(PublicRecord record, Monitor monitor, Platforms platforms) {
        this.record = record;
        this.monitor = monitor;
        this.platforms = platforms;
    }

    @GET
    public TemplateInstance all() {
        return Templates.platforms(platforms.all().stream()
                .sorted(Comparator.comparing(platform -> platform.name().toLowerCase(Locale.ROOT)))
                .map(platform -> PlatformView.inShort(platform, record.numbers(CaseFilter.on(platform.id()))))
                .toList());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        Platform platform = platforms
                .find(id)
                .orElseThrow(() -> new NotFoundException("There is no platform “" + id + "” on the record."));
        CaseFilter filter = CaseFilter.on(id);
        return Templates.platform(PlatformView.of(
                platform,
                monitor.watching(platform),
                record.numbers(filter),
                record.cases(filter, Optional.empty(), AT_ONCE)));
    }
}

package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.page.AsOf;
import org.lacuna.page.AskedIn;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.EntryFilter;
import org.lacuna.publication.EntryOrder;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicEntries;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.editions.Editions;

/** The first page, and those that explain the others. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {
    private static final int LATEST = 4;

    private static final EntryFilter STATEMENTS =
            EntryFilter.read(CaseFilter.all(), Map.of("type", "statement", "by", "platform"));

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance home(HomeView view);

        static native TemplateInstance methods(Optional<LocalDate> asOf);

        static native TemplateInstance about(Optional<LocalDate> asOf);

        static native TemplateInstance data(Optional<LocalDate> asOf);
    }

    private final PublicRecord record;
    private final PublicEntries entries;
    private final Editions editions;
    private final AskedIn asked;

    HomePage(PublicRecord record, PublicEntries entries, Editions editions, AskedIn asked) {
        this.asked = asked;
        this.record = record;
        this.entries = entries;
        this.editions = editions;
    }

    @GET
    @Blocking
    public TemplateInstance home(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        return Templates.home(HomeView.of(
                record.numbers(CaseFilter.all(), day),
                record.spread(day),
                latest("restricted,partially-restored", day),
                latest("restored", day),
                entries.page(STATEMENTS, EntryOrder.LATEST, day, Optional.empty(), LATEST)
                        .entries(),
                editions.latest(Optional.empty(), day),
                day,
                asked.say()));
    }

    private List<PublicCase> latest(String status, Optional<LocalDate> day) {
        return record.cases(CaseFilter.all().with("status", status), day, Optional.empty(), LATEST)
                .cases();
    }

    @GET
    @Path("methods")
    public TemplateInstance methods(@QueryParam("asOf") String asOf) {
        return Templates.methods(AsOf.read(asOf));
    }

    @GET
    @Path("about")
    public TemplateInstance about(@QueryParam("asOf") String asOf) {
        return Templates.about(AsOf.read(asOf));
    }

    @GET
    @Path("data")
    public TemplateInstance data(@QueryParam("asOf") String asOf) {
        return Templates.data(AsOf.read(asOf));
    }
}

package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The audit trail, newest first. */
@Path("/desk/audit")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AuditPage {
    private static final int SIZE = 50;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance audit(Visitor visitor, View view);
    }

    /** One page of it. */
    record View(List<AuditQueries.Shown> lines, AuditQueries.Filter filter, List<String> actions) {
        public String time(AuditQueries.Shown line) {
            return SECOND.format(line.at());
        }

        public boolean hasMore() {
            return lines.size() == SIZE;
        }

        /** The address of the lines that follow. */
        public String more() {
            return "/desk/audit?who=" + escaped(filter.who()) + "&action=" + escaped(filter.action()) + "&about="
                    + escaped(filter.about()) + "&before="
                    + lines.get(lines.size() - 1).number();
        }

        private static String escaped(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private final Visit visit;
    private final AuditQueries queries;

    AuditPage(Visit visit, AuditQueries queries) {
        this.visit = visit;
        this.queries = queries;
    }

    @GET
    @Allowed(DeskRole.SENIOR)
    public String list(
            @QueryParam("who") @DefaultValue("") String who,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("about") @DefaultValue("") String about,
            @QueryParam("before") @DefaultValue("9007199254740991") long before) {
        AuditQueries.Filter filter = new AuditQueries.Filter(readable(who), readable(action), readable(about));
        List<String> actions =
                Stream.of(DeskAction.values()).map(DeskAction::word).sorted().toList();
        return Templates.audit(visit.visitor(), new View(queries.before(before, filter, SIZE), filter, actions))
                .render();
    }

    /** PostgreSQL takes no NUL. */
    private static String readable(String asked) {
        return asked.strip().replace("\0", "");
    }
}

package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.page.AsOf;

/** What the log is and how anybody checks it, for people. */
@Path("/log")
@Produces(MediaType.TEXT_HTML)
public class LogPage {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance log(
                String origin,
                String key,
                TreeHead head,
                String root,
                List<String> witnesses,
                Optional<LocalDate> asOf);
    }

    private final PublicLog log;

    LogPage(PublicLog log) {
        this.log = log;
    }

    /**
     * The log as it is published, or as it was signed last by the end of a day (UTC).
     *
     * @throws BadRequestException for a day that is none
     */
    @GET
    public TemplateInstance log(@QueryParam("asOf") String asOf) {
        Optional<LocalDate> day = AsOf.read(asOf);
        TreeHead head = day.map(AsOf::end).map(log::headBefore).orElseGet(log::head);
        return Templates.log(log.origin(), log.key(), head, head.root().base64(), log.witnesses(head), day);
    }
}

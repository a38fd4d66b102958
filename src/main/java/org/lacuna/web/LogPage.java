package org.lacuna.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lacuna.ledger.PublicLog;
import org.lacuna.ledger.merkle.TreeHead;

/** What the log is and how anybody checks it, for people. */
@Path("/log")
@Produces(MediaType.TEXT_HTML)
public class LogPage {
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance log(
                String origin, String key, TreeHead head, String root, List<String> witnesses);
    }

    private final PublicLog log;

    LogPage(PublicLog log) {
        this.log = log;
    }

    @GET
    public TemplateInstance log() {
        TreeHead head = log.head();
        return Templates.log(log.origin(), log.key(), head, head.root().base64(), log.witnesses());
    }
}

package org.lacuna.desk.work.cases;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.cases.Status;
import org.lacuna.cases.Verification;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.RestsOn;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** Every case that is recorded, for editors to find. */
@Path("/desk/cases")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CasesPage {
    private static final int SIZE = 25;
    private static final int LAST_PAGE = 100_000;
    private static final int MOST_WORDS = 200;
    private static final Map<String, String> WAITING = waiting();

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance cases(Visitor visitor, View view);
    }

    /**
     * One page of the list.
     *
     * @param page from 1
     * @param from id of the submission on which an entry of a chosen case will rest; empty if there is none
     */
    record View(
            CaseListQueries.Filter filter,
            List<CaseListQueries.Line> lines,
            long total,
            int page,
            List<Platform> platforms,
            List<String> statuses,
            List<String> verifications,
            Map<String, String> waiting,
            String from) {
        public boolean hasNext() {
            return (long) page * SIZE < total;
        }

        public String next() {
            return at(page + 1);
        }

        public String before() {
            return at(page - 1);
        }

        private String at(int other) {
            return "/desk/cases?q=" + encoded(filter.words()) + "&platform=" + encoded(filter.platform()) + "&status="
                    + encoded(filter.status()) + "&verification=" + encoded(filter.verification()) + "&waiting="
                    + encoded(filter.waiting()) + "&submission=" + encoded(from) + "&page=" + other;
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    private final Visit visit;
    private final CaseListQueries queries;
    private final Platforms platforms;

    CasesPage(Visit visit, CaseListQueries queries, Platforms platforms) {
        this.visit = visit;
        this.queries = queries;
        this.platforms = platforms;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String list(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("platform") @DefaultValue("") String platform,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("verification") @DefaultValue("") String verification,
            @QueryParam("waiting") @DefaultValue("") String waiting,
            @QueryParam(RestsOn.FIELD) @DefaultValue("") String from,
            @QueryParam("page") @DefaultValue("1") int page) {
        CaseListQueries.Filter filter = new CaseListQueries.Filter(
                legible(words), legible(platform), legible(status), legible(verification), legible(waiting));
        int shown = Math.max(1, Math.min(page, LAST_PAGE));
        View view = new View(
                filter,
                queries.lines(filter, shown, SIZE),
                queries.count(filter),
                shown,
                platforms.all(),
                Arrays.stream(Status.values()).map(Status::word).toList(),
                Arrays.stream(Verification.values()).map(Verification::word).toList(),
                WAITING,
                legible(from));
        return Templates.cases(visit.visitor(), view).render();
    }

    /** PostgreSQL refuses NUL in a text, and nobody searches for a page of words. */
    private static String legible(String asked) {
        String plain = asked.replace("\0", "");
        return plain.substring(0, Math.min(plain.length(), MOST_WORDS));
    }

    private static Map<String, String> waiting() {
        Map<String, String> waiting = new LinkedHashMap<>();
        waiting.put("objection", "with an objection that waits for an answer");
        waiting.put("hidden", "with a hidden passage");
        waiting.put("proposal", "with a proposal that waits for a second person");
        return waiting;
    }
}

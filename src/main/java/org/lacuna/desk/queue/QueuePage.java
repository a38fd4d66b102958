package org.lacuna.desk.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.UnlockedKeys;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** What waits for an editor, in one list: the line that matters most comes first. */
@Path("/desk")
@Blocking
@Produces(MediaType.TEXT_HTML)
class QueuePage {
    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance queue(Visitor visitor, View view);
    }

    /**
     * One page of the queue.
     *
     * @param page from 1
     */
    record View(List<ShownLine> lines, long total, Filter filter, int page, List<Platform> platforms) {
        public boolean hasNext() {
            return (long) page * LineQueries.SIZE < total;
        }

        public int next() {
            return page + 1;
        }

        public int before() {
            return page - 1;
        }

        public String here() {
            return filter.at(page);
        }

        public List<Kind> kinds() {
            return Kind.all();
        }

        public List<Filter.State> states() {
            return List.of(Filter.State.values());
        }

        public boolean hasKind(Kind kind) {
            return filter.kind().filter(kind::equals).isPresent();
        }

        public boolean hasPlatform(String id) {
            return filter.platform().filter(id::equals).isPresent();
        }

        public boolean hasWhose(String word) {
            return filter.whose().word().equals(word);
        }

        /** Of the line at this place, counted from 0: the first nine have a key of their own. */
        public String accessKey(int place) {
            return place < 9 ? Integer.toString(place + 1) : "";
        }
    }

    private final Visit visit;
    private final ShowQueue queue;
    private final UnlockedKeys keys;
    private final Platforms platforms;
    private final QueueLog log;

    QueuePage(Visit visit, ShowQueue queue, UnlockedKeys keys, Platforms platforms, QueueLog log) {
        this.visit = visit;
        this.queue = queue;
        this.keys = keys;
        this.platforms = platforms;
        this.log = log;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String queue(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("whose") @DefaultValue("") String whose,
            @QueryParam("platform") @DefaultValue("") String platform,
            @QueryParam("page") @DefaultValue("1") int page) {
        Visitor visitor = visit.visitor();
        Filter filter = Filter.of(state, kind, whose, platform);
        int shown = Math.max(1, Math.min(page, 100_000));
        ShowQueue.Page found = queue.page(filter, visitor.editor(), keys.of(visitor), shown);
        // Headings are opened with the visitor's key.
        if (keys.of(visitor).isPresent() && !found.lines().isEmpty()) {
            log.note(visitor.editor(), DeskAction.LISTED_SUBMISSIONS, "queue", "page " + shown);
        }
        return Templates.queue(visitor, new View(found.lines(), found.total(), filter, shown, platforms.all()))
                .render();
    }
}

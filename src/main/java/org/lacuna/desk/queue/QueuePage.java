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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.UnlockedKeys;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.Submission;
import org.lacuna.intake.SubmissionState;
import org.lacuna.intake.Submissions;
import org.lacuna.intake.Told;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** The submissions that wait for a decision, and those that had one. */
@Path("/desk")
@Blocking
@Produces(MediaType.TEXT_HTML)
class QueuePage {
    private static final int SIZE = 25;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance queue(Visitor visitor, View view);
    }

    /**
     * One page of the queue.
     *
     * @param decided whether it shows those that had a decision
     * @param page from 1
     */
    record View(List<Line> lines, long total, boolean decided, boolean newestFirst, int page) {
        public boolean oldestOpen() {
            return !decided && !newestFirst;
        }

        public boolean newestOpen() {
            return !decided && newestFirst;
        }

        public boolean hasNext() {
            return (long) page * SIZE < total;
        }

        /** The address of another page of the same list. */
        public String at(int other) {
            return "/desk?state=" + (decided ? "decided" : "open") + "&order=" + (newestFirst ? "newest" : "oldest")
                    + "&page=" + other;
        }

        public int next() {
            return page + 1;
        }

        public int before() {
            return page - 1;
        }
    }

    /**
     * One submission.
     *
     * @param platform its name; empty for another platform
     */
    record Line(Submission submission, Optional<Told> told, Optional<String> platform) {}

    private final Visit visit;
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final UnlockedKeys keys;
    private final Platforms platforms;

    QueuePage(Visit visit, Submissions submissions, Dossiers dossiers, UnlockedKeys keys, Platforms platforms) {
        this.visit = visit;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.keys = keys;
        this.platforms = platforms;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String queue(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("order") @DefaultValue("oldest") String order,
            @QueryParam("page") @DefaultValue("1") int page) {
        boolean decided = state.equals("decided");
        boolean newestFirst = order.equals("newest");
        int shown = Math.max(1, Math.min(page, 100_000));
        List<SubmissionState> states = Arrays.stream(SubmissionState.values())
                .filter(one -> one.open() != decided)
                .toList();
        List<Line> lines = submissions.queue(states, newestFirst, shown - 1, SIZE).stream()
                .map(this::line)
                .toList();
        return Templates.queue(visit.visitor(), new View(lines, submissions.count(states), decided, newestFirst, shown))
                .render();
    }

    private Line line(Submission submission) {
        Optional<Told> told = keys.of(visit.visitor())
                .flatMap(key -> submissions.unlock(submission.id(), key))
                .flatMap(dossiers::told);
        return new Line(submission, told, platform(told));
    }

    private Optional<String> platform(Optional<Told> opened) {
        return opened.flatMap(told ->
                told.platform().flatMap(platforms::find).map(Platform::name).or(told::otherPlatform));
    }
}

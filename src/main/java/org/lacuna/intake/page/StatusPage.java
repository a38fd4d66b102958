package org.lacuna.intake.page;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/**
 * Where a person comes back with their receipt, and the pages of their own report. All answers have padded lengths; the
 * session is a token in a hidden field, so that no address and no cookie tells of it.
 */
@Path(StatusPage.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class StatusPage {
    static final String PATH = "/submit/status";

    private final Asked asked;
    private final WordsPages words;
    private final ComeBack comeBack;
    private final OpenReports reports;
    private final List<ReportRoom> rooms;

    StatusPage(Asked asked, WordsPages words, ComeBack comeBack, OpenReports reports, @All List<ReportRoom> rooms) {
        this.asked = asked;
        this.words = words;
        this.comeBack = comeBack;
        this.reports = reports;
        this.rooms = rooms;
    }

    @GET
    public Response ask() {
        return Rendered.of(Rendered.OK, words.empty(asked.say(), "", "")).padded();
    }

    /** An address of a page inside, from a bookmark or a history: it leads to the door. */
    @GET
    @Path("/{room}")
    public Response askAgain(@PathParam("room") String room) {
        room(room);
        return ask();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response come(SentForm form) {
        Say say = asked.say();
        if (!form.value("session").isEmpty()) {
            return enter(HubRoom.WORD, form, Optional.empty());
        }
        if (form.value("go").equals("stay")) {
            return Rendered.of(Rendered.OK, words.page(say, form, "", "")).padded();
        }
        return comeBack.with(say, form, visit -> room(to(form)).show(visit, form, ""))
                .padded();
    }

    @POST
    @Path("/{room}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("room") String room, SentForm form) {
        return enter(room, form, Optional.empty());
    }

    @POST
    @Path("/{room}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response actWithFiles(@PathParam("room") String room) {
        SentParts parts = asked.parts().orElseThrow(() -> new NotFoundException("There is no such page."));
        SentParts.Fields fields = parts.fields();
        if (fields.state() != SentParts.State.WHOLE) {
            boolean broken = fields.state() == SentParts.State.BROKEN;
            fields.form().refuse(SentFiles.FIELD, asked.say().of(broken ? "problem.cut" : "file.too-many"));
        }
        return enter(room, fields.form(), Optional.of(parts));
    }

    private Response enter(String word, SentForm form, Optional<SentParts> parts) {
        ReportRoom room = room(word);
        Say say = asked.say();
        String token = form.value("session");
        return reports.find(token)
                .map(key -> new Visit(say, token, key))
                .map(visit -> form.refused()
                        ? room.show(visit, form, say.of("files.again"))
                        : form.value("go").isEmpty() || form.value("go").equals("stay")
                                ? room.show(visit, form, "")
                                : room.act(visit, form, parts))
                .orElseGet(() -> Rendered.of(Rendered.OK, words.ended(say, form, word)))
                .padded();
    }

    private String to(SentForm form) {
        return rooms.stream()
                .map(ReportRoom::word)
                .filter(word -> word.equals(form.value("to")))
                .findFirst()
                .orElse(HubRoom.WORD);
    }

    private ReportRoom room(String word) {
        return rooms.stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no such page."));
    }
}

package org.lacuna.desk.queue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.intake.ClosingReason;
import org.lacuna.page.SentForm;
import org.lacuna.shared.Word;

/** One line of the queue with all that stands in it, and what an editor can do with the whole of it. */
@Path("/desk/queue/{line}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class LinePage {
    private static final int MOST_NOTE = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance line(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows. */
    record View(UUID line, Filter.State state, List<ShowLine.Copies> copies, long items, List<ClosingReason> reasons) {}

    private final Visit visit;
    private final ShowLine show;
    private final ActOnLine act;
    private final ItemQueries items;

    LinePage(Visit visit, ShowLine show, ActOnLine act, ItemQueries items) {
        this.visit = visit;
        this.show = show;
        this.act = act;
        this.items = items;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String line(@PathParam("line") String line, @QueryParam("state") @DefaultValue("open") String state) {
        return page(id(line), Filter.of(state, "", "", "").state(), SentForm.empty());
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(@PathParam("line") String line, SentForm form) {
        act.assign(id(line), visit.visitor().editor());
        return back(form, line);
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@PathParam("line") String line, SentForm form) {
        act.release(id(line), visit.visitor().editor());
        return back(form, line);
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/snooze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response snooze(@PathParam("line") String line, SentForm form) {
        UUID id = id(line);
        Optional<LocalDate> until = form.read("until", form.value("until").strip(), this::later);
        if (until.isEmpty()) {
            return refused(id, form);
        }
        act.snooze(id, visit.visitor().editor(), until.get());
        return back(form, line);
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/wake")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response wake(@PathParam("line") String line, SentForm form) {
        act.wake(id(line));
        return back(form, line);
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/settle")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("line") String line, SentForm form) {
        UUID id = id(line);
        String why = form.required("why", MOST_NOTE, "Say in some words how it was settled; other editors read it.");
        UUID item = id(form.value("item"));
        if (form.refused()) {
            return refused(id, form);
        }
        act.settle(id, item, visit.visitor().editor(), why);
        return back(form, line);
    }

    @POST
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    @Path("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("line") String line, SentForm form) {
        UUID id = id(line);
        Optional<ClosingReason> reason = reason(form);
        String note = form.text("note", MOST_NOTE).orElse("");
        if (!form.value("sure").equals("on")) {
            form.refuse("sure", "Say that you have opened at least one of them: all are closed with one reason.");
        }
        if (form.refused() || reason.isEmpty()) {
            return refused(id, form);
        }
        List<UUID> chosen = Arrays.stream(form.value("items").strip().split("\\s+"))
                .filter(text -> !text.isEmpty())
                .limit(ActOnLine.MOST_CLOSED)
                .map(LinePage::id)
                .toList();
        act.close(id, chosen, visit.visitor().editor(), reason.get(), note);
        return back(form, line);
    }

    private String page(UUID line, Filter.State state, SentForm form) {
        ShowLine.All all = show.all(line, state);
        return Templates.line(
                        visit.visitor(),
                        new View(line, state, all.copies(), all.items(), List.of(ClosingReason.values())),
                        form)
                .render();
    }

    private Response refused(UUID line, SentForm form) {
        return Response.status(422).entity(page(line, Filter.State.OPEN, form)).build();
    }

    /** Back to the list the form stood in, if it says one of ours. */
    private static Response back(SentForm form, String line) {
        String from = form.value("from");
        boolean ours = from.matches("/desk(\\?[A-Za-z0-9=&%-]*)?");
        return SeeOther.at(ours ? from : "/desk/queue/" + id(line)).build();
    }

    private LocalDate later(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(items.today()) && day.isBefore(items.today().plusYears(1))) {
                return day;
            }
        } catch (DateTimeParseException unlikeADay) {
            // told below
        }
        throw new IllegalArgumentException("choose a day after today, within a year, such as "
                + items.today().plusDays(7));
    }

    private static Optional<ClosingReason> reason(SentForm form) {
        Optional<ClosingReason> reason = Word.of(ClosingReason.class, form.value("reason"));
        if (reason.isEmpty()) {
            form.refuse("reason", "Choose a reason; the people who wrote to us read it.");
        }
        return reason;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException("There is no such line of the queue.");
        }
    }
}

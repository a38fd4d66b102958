package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.page.EvenWhen;
import org.lacuna.page.SentForm;
import org.lacuna.page.Switch;
import org.lacuna.page.Switches;

/** Where an administrator stops what must stop at once, and lets it go on. */
@Path("/desk/switches")
@Blocking
@EvenWhen({Switch.READ_ONLY, Switch.NO_DESK})
@Produces(MediaType.TEXT_HTML)
class SwitchesPage {
    private static final int SHOWN = 20;
    private static final int MOST_WHY = 300;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance switches(Visitor visitor, View view, SentForm form);
    }

    /** One switch as it stands. */
    record Line(Switch which, boolean on) {}

    /** What the page shows. */
    record View(List<Line> lines, List<Switches.Turn> latest) {}

    private final Visit visit;
    private final Switches switches;
    private final TurnSwitch turnSwitch;

    SwitchesPage(Visit visit, Switches switches, TurnSwitch turnSwitch) {
        this.visit = visit;
        this.switches = switches;
        this.turnSwitch = turnSwitch;
    }

    @GET
    @Allowed(DeskRole.ADMIN)
    public Response show() {
        return page(200, SentForm.empty());
    }

    @POST
    @Allowed(DeskRole.ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response turn(SentForm form) {
        Optional<Switch> which = form.read("switch", form.value("switch"), Switch::of);
        String why = form.required("why", MOST_WHY, "Say why. Other administrators read it, and nobody else.");
        if (form.refused() || which.isEmpty()) {
            return page(422, form);
        }
        boolean on = form.value("turn").equals("on");
        turnSwitch.turn(visit.visitor(), which.get(), on, why);
        return SeeOther.at("/desk/switches").build();
    }

    private Response page(int status, SentForm form) {
        List<Line> lines = Stream.of(Switch.values())
                .map(one -> new Line(one, switches.on(one)))
                .toList();
        View view = new View(lines, switches.latest(SHOWN));
        return Response.status(status)
                .entity(Templates.switches(visit.visitor(), view, form).render())
                .build();
    }
}

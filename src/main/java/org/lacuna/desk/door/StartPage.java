package org.lacuna.desk.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.lacuna.page.EvenWhen;
import org.lacuna.page.Switch;
import org.lacuna.page.Switches;

/** Leads each editor to where the work of their roles begins. */
@Path("/desk/start")
@Blocking
@EvenWhen(Switch.NO_DESK)
class StartPage {
    private final Visit visit;
    private final Switches switches;

    StartPage(Visit visit, Switches switches) {
        this.visit = visit;
        this.switches = switches;
    }

    @GET
    @AnyRole
    public Response lead() {
        Visitor visitor = visit.visitor();
        if (switches.deskClosed() && visitor.roles().contains(DeskRole.ADMIN)) {
            return SeeOther.at("/desk/switches").build();
        }
        return SeeOther.at(visitor.opensSubmissions() ? "/desk" : "/desk/editors")
                .build();
    }
}

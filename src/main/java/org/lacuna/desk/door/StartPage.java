package org.lacuna.desk.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Leads each editor to where the work of their roles begins. */
@Path("/desk/start")
@Blocking
class StartPage {
    private final Visit visit;

    StartPage(Visit visit) {
        this.visit = visit;
    }

    @GET
    @AnyRole
    public Response lead() {
        return SeeOther.at(visit.visitor().opensSubmissions() ? "/desk" : "/desk/editors")
                .build();
    }
}

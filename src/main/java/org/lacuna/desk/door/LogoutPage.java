package org.lacuna.desk.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Ends the session of this browser. */
@Path("/desk/logout")
@Blocking
@EvenWithOneTimePassword
class LogoutPage {
    private final Visit visit;
    private final Sessions sessions;
    private final DeskQueries queries;

    LogoutPage(Visit visit, Sessions sessions, DeskQueries queries) {
        this.visit = visit;
        this.sessions = sessions;
        this.queries = queries;
    }

    @POST
    @Transactional
    public Response logout(@Context UriInfo asked) {
        Visitor visitor = visit.visitor();
        sessions.revoke(visitor, visitor.session());
        queries.act(visitor.editor(), DeskAction.LOGGED_OUT, "the desk", "");
        return SeeOther.at("/desk/login").cookie(DeskCookies.noSession(asked)).build();
    }
}

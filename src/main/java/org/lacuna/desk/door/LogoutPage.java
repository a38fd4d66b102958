package org.lacuna.desk.door;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.lacuna.page.EvenWhen;
import org.lacuna.page.Switch;

/** Ends the session of this browser. */
@Path("/desk/logout")
@Blocking
@EvenWhenNotReady
@EvenWhen({Switch.READ_ONLY, Switch.NO_DESK})
class LogoutPage {
    private final Visit visit;
    private final Sessions sessions;
    private final Audit audit;

    LogoutPage(Visit visit, Sessions sessions, Audit audit) {
        this.visit = visit;
        this.sessions = sessions;
        this.audit = audit;
    }

    @POST
    @AnyRole
    @Transactional
    public Response logout(@Context UriInfo asked) {
        Visitor visitor = visit.visitor();
        sessions.revoke(visitor.session());
        audit.act(visitor.editor(), DeskAction.LOGGED_OUT, "the desk", "");
        return SeeOther.at("/desk/login").cookie(DeskCookies.noSession(asked)).build();
    }
}

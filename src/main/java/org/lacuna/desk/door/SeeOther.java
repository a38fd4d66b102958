package org.lacuna.desk.door;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Leads on after a form, by a path alone (RFC 9110 §10.2.2): {@link Response#seeOther} would make it absolute with the
 * Host of the request, and who can forge that would lead an editor to a log-in of their own.
 */
public final class SeeOther {
    private SeeOther() {}

    /** @param path absolute, such as {@code /desk} */
    public static Response.ResponseBuilder at(String path) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
    }
}

package org.lacuna.desk.door;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A page whose author forgot to say whom it is for. */
@Path("/desk/unmarked")
class UnmarkedForTests {
    @GET
    public String read() {
        return "never shown";
    }

    @POST
    public String change() {
        return "never done";
    }
}

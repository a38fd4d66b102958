package org.lacuna.desk.door;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The visitor of this request, set by {@link DeskGate} before any page of the desk runs. */
@RequestScoped
public class Visit {
    private Optional<Visitor> visitor = Optional.empty();

    void begin(Visitor admitted) {
        visitor = Optional.of(admitted);
    }

    /** @throws IllegalStateException on a page that is open to everybody */
    public Visitor visitor() {
        return visitor.orElseThrow(() -> new IllegalStateException("nobody is logged in on this page"));
    }
}

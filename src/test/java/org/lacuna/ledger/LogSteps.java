package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;

/** In tests the log is kept up when a test says so. */
@ApplicationScoped
public class LogSteps {
    private final Integrate integrate;

    LogSteps(Integrate integrate) {
        this.integrate = integrate;
    }

    /** Until everything that was published is in the log. */
    public void all() {
        while (integrate.step()) {
            // more to do
        }
        integrate.release();
    }
}

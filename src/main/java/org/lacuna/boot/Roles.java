package org.lacuna.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** The parts this process plays. They gate routes and jobs, never the observers of events. */
@ApplicationScoped
public class Roles {
    private final Set<Role> played;

    Roles(Launch launch) {
        // A command does one thing and ends: it answers no request and starts no job.
        this.played = launch.serving() ? Set.copyOf(launch.roles()) : EnumSet.noneOf(Role.class);
    }

    public boolean has(Role role) {
        return played.contains(role);
    }
}

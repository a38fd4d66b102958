package org.lacuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which parts this process plays: those named in {@code lacuna.roles}, and none while it only runs a command. */
@ApplicationScoped
public class ThisProcess {
    /** All of them, unless the operator says otherwise. */
    public static final String DEFAULT_ROLES = "public,desk,intake,crawler,scheduler";

    private final Set<Role> played;

    @Inject
    ThisProcess(
            @ConfigProperty(name = "lacuna.serving", defaultValue = "true") boolean serving,
            @ConfigProperty(name = "lacuna.roles", defaultValue = DEFAULT_ROLES) Set<String> roles) {
        // A command does one thing and ends: it answers no request and starts no job.
        this(serving ? roles.stream().map(Role::named).collect(Collectors.toSet()) : Set.of());
    }

    /** A process that plays just these. */
    public ThisProcess(Set<Role> played) {
        this.played = Set.copyOf(played);
    }

    /** Whether it plays this part. */
    public boolean plays(Role role) {
        return played.contains(role);
    }

    /** Whether it plays any part; if not it only runs a command. */
    public boolean playsAny() {
        return !played.isEmpty();
    }
}

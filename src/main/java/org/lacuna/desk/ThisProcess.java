package org.lacuna.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the desk must know of the process: a single command, or a node without a desk, makes no editor. */
@ApplicationScoped
class ThisProcess {
    private final boolean serving;
    private final List<String> roles;

    ThisProcess(
            @ConfigProperty(name = "lacuna.serving", defaultValue = "true") boolean serving,
            @ConfigProperty(name = "lacuna.roles", defaultValue = "desk") List<String> roles) {
        this.serving = serving;
        this.roles = roles;
    }

    boolean servesTheDesk() {
        return serving && roles.stream().anyMatch("desk"::equalsIgnoreCase);
    }
}

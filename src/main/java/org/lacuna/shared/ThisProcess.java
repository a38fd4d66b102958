package org.lacuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which parts this process plays: those named in {@code lacuna.roles}, and none while it only runs a command. */
@ApplicationScoped
public class ThisProcess {
    private final boolean serving;
    private final Set<String> parts;

    ThisProcess(
            @ConfigProperty(name = "lacuna.serving", defaultValue = "true") boolean serving,
            @ConfigProperty(name = "lacuna.roles", defaultValue = "public,desk,intake,crawler,scheduler")
                    Set<String> parts) {
        this.serving = serving;
        this.parts = parts;
    }

    /** Whether it plays a part such as {@code desk}. */
    public boolean plays(String part) {
        return serving && parts.stream().anyMatch(part::equalsIgnoreCase);
    }
}

package org.lacuna.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Set;

/** How this process was launched. */
@ConfigMapping(prefix = "lacuna")
public interface Launch {
    /** Where everything that must outlive the process is kept. */
    @WithDefault("data")
    Path data();

    /** The parts this process plays, {@code LACUNA_ROLES} in the environment. */
    @WithDefault("public,desk,intake,crawler,scheduler")
    Set<Role> roles();

    /** False while a single command runs; set by {@link Lacuna} alone. */
    @WithDefault("true")
    boolean serving();
}

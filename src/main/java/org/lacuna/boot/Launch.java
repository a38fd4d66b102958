package org.lacuna.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
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

    /** A PostgreSQL that somebody else runs; its URL and user are the platform's own settings. */
    Database database();

    /** False while a single command runs; set by {@link Lacuna} alone. */
    @WithDefault("true")
    boolean serving();

    /** What the platform has no setting for. */
    interface Database {
        /** A file whose content is the password, {@code LACUNA_DATABASE_PASSWORD_FILE} in the environment. */
        Optional<Path> passwordFile();
    }
}

package org.lacuna.boot;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;

/**
 * What must be known before the application, and with it its configuration, is up.
 *
 * @param data the folder for all that must be kept
 * @param bringsItsOwnDatabase whether an operator named a PostgreSQL to use
 */
record SettingsBeforeStart(Path data, boolean bringsItsOwnDatabase) {
    /** Reads the same sources as the application: environment, system properties, {@code .env}, configuration files. */
    static SettingsBeforeStart read() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        return new SettingsBeforeStart(
                config.getOptionalValue("lacuna.data", Path.class).orElse(Path.of("data")),
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                        .filter(url -> !url.isBlank())
                        .isPresent());
    }
}

package org.lacuna.boot;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Role;

/**
 * What must be known before the application, and with it its configuration, is up.
 *
 * @param data the folder for all that must be kept
 * @param database the PostgreSQL that an operator named; without one the embedded PostgreSQL is started
 */
record SettingsBeforeStart(Path data, Optional<ExternalPostgres> database) {
    /** Reads the same sources as the application: environment, system properties, {@code .env}, configuration files. */
    static SettingsBeforeStart read() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        config.getOptionalValues("lacuna.roles", String.class).ifPresent(SettingsBeforeStart::requireKnown);
        return new SettingsBeforeStart(
                config.getOptionalValue("lacuna.data", Path.class).orElse(Path.of("data")),
                text(config, "quarkus.datasource.jdbc.url")
                        .map(url -> new ExternalPostgres(
                                url, text(config, "quarkus.datasource.username"), password(config))));
    }

    private static void requireKnown(List<String> roles) {
        try {
            roles.forEach(Role::named);
        } catch (IllegalArgumentException unknown) {
            throw new CannotStart(
                    "lacuna.roles (LACUNA_ROLES in the environment): " + unknown.getMessage() + ".", unknown);
        }
    }

    /** A password in a file stays out of the environment, where every child and every crash report would find it. */
    private static Optional<String> password(SmallRyeConfig config) {
        return text(config, "quarkus.datasource.password")
                .or(() -> text(config, "lacuna.database.password-file").map(SettingsBeforeStart::firstLine));
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "The database's password could not be read from " + file
                            + " (lacuna.database.password-file, LACUNA_DATABASE_PASSWORD_FILE): " + unreadable,
                    unreadable);
        }
    }

    private static Optional<String> text(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}

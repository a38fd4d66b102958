package org.lacuna.boot;

import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * {@code config/application.properties} in the folder named by {@code LACUNA_HOME}. The platform looks for that file in
 * the working directory alone, and a command started elsewhere must not open another database than the server.
 */
public final class HomeConfiguration implements ConfigSourceProvider {
    private static final int AS_THE_SAME_FILE_IN_THE_WORKING_DIRECTORY = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        Optional<Path> file = Optional.ofNullable(System.getenv("LACUNA_HOME"))
                .map(home -> Path.of(home, "config", "application.properties"))
                .filter(Files::isRegularFile);
        return file.map(HomeConfiguration::read).map(List::of).orElse(List.of());
    }

    private static ConfigSource read(Path file) {
        try {
            return new PropertiesConfigSource(file.toUri().toURL(), AS_THE_SAME_FILE_IN_THE_WORKING_DIRECTORY);
        } catch (IOException unreadable) {
            throw new CannotStart("The settings in " + file + " could not be read: " + unreadable, unreadable);
        }
    }
}

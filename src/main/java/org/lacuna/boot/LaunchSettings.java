package org.lacuna.boot;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What boot decided, handed to the application as settings: in memory, so that the password is on no command line, in
 * no environment and in no system property. What an operator sets in a file of the build gives way to it; what stands
 * in the environment or on the command line does not.
 */
public final class LaunchSettings implements ConfigSource {
    private static final int ABOVE_FILES_BELOW_ENVIRONMENT = 275;

    private static volatile Map<String, String> decided = Map.of();

    static void decide(Map<String, String> settings) {
        decided = Map.copyOf(settings);
    }

    @Override
    public Set<String> getPropertyNames() {
        return decided.keySet();
    }

    @Override
    public String getValue(String name) {
        return decided.get(name);
    }

    @Override
    public String getName() {
        return "launch";
    }

    @Override
    public int getOrdinal() {
        return ABOVE_FILES_BELOW_ENVIRONMENT;
    }
}

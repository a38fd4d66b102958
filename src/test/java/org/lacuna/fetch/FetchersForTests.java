package org.lacuna.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fetchers with the settings' own defaults, except that one local port is trusted and nobody waits. */
public final class FetchersForTests {
    private FetchersForTests() {}

    public static GuardedFetcher fetcher(LocalOrigin origin) {
        return fetcher(origin, Map.of());
    }

    static GuardedFetcher fetcher(LocalOrigin origin, Map<String, String> settings) {
        return new GuardedFetcher(
                settings(origin, settings),
                FetchersForTests::names,
                new Politeness(),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    static GuardedFetcher fetcher(FetchSettings settings, NameResolver names, MeterRegistry meters) {
        return new GuardedFetcher(settings, names, new Politeness(), Clock.systemUTC(), meters);
    }

    static MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    static FetchSettings settings(LocalOrigin origin, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("lacuna.fetch.trusted-addresses", "127.0.0.1:" + origin.port(), "lacuna.fetch.delay", "0s"));
        all.putAll(settings);
        return settings(all);
    }

    static FetchSettings settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(FetchSettings.class)
                .withDefaultValues(Map.of())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(FetchSettings.class);
    }

    /** Every {@code *.example} host is this machine; addresses in writing are themselves; nothing else exists. */
    static List<InetAddress> names(String host) throws UnknownHostException {
        if (host.endsWith(".example")) {
            return List.of(InetAddress.getByName("127.0.0.1"));
        }
        if (host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]+]?")) {
            return List.of(InetAddress.getAllByName(host));
        }
        throw new UnknownHostException(host);
    }
}

package org.lacuna.platform;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.InvalidFile;

/**
 * Every platform that has a file in {@code crawlers/}. Read once, at start; one wrong file and Lacuna does not start,
 * since a crawler that silently forgets a platform would look like a platform where nothing happens.
 */
@Startup
@Singleton
public class Platforms {
    /** The definition for URLs of no platform that we know: it can read only what HTTP itself says. */
    public static final String ANY_SITE = "any-site";

    private final Map<String, Definition> byId = new LinkedHashMap<>();
    private final Map<String, Platform> byHost = new HashMap<>();

    /**
     * Reads the folder that was built in.
     *
     * @throws InvalidFile if a file does not say what the format allows
     */
    public Platforms() {
        this(CrawlerFolder.onClassPath().definitions());
    }

    Platforms(List<Definition> definitions) {
        definitions.forEach(this::add);
    }

    private void add(Definition definition) {
        Platform platform = definition.platform();
        byId.put(platform.id(), definition);
        for (String host : platform.hosts()) {
            Platform other = byHost.put(host, platform);
            if (other != null) {
                throw new InvalidFile(
                        definition.hostPlaces().get(host),
                        "the host " + host + " belongs to " + other.id() + " already",
                        "Keep it in one of the two files");
            }
        }
    }

    /** All platforms, by id. */
    public List<Platform> all() {
        return byId.values().stream().map(Definition::platform).toList();
    }

    /** All definitions with their examples, by id. */
    public List<Definition> definitions() {
        return new ArrayList<>(byId.values());
    }

    public Optional<Platform> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Definition::platform);
    }

    /** The platform whose host this URL has, exactly; empty for any other host and for anything but http and https. */
    public Optional<Recognised> recognise(URI url) {
        if (url.getHost() == null
                || !("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(byHost.get(url.getHost().toLowerCase(Locale.ROOT)))
                .map(platform -> new Recognised(platform, platform.subjectIn(url)));
    }
}

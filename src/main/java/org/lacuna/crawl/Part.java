package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which part this process plays, as far as crawling goes: a server with the role, not a command that ends. */
@ApplicationScoped
class Part {
    private final boolean crawls;

    Part(
            @ConfigProperty(name = "lacuna.serving", defaultValue = "true") boolean serving,
            @ConfigProperty(name = "lacuna.roles", defaultValue = "crawler") Set<String> roles) {
        this.crawls = serving && roles.stream().anyMatch("crawler"::equalsIgnoreCase);
    }

    boolean crawls() {
        return crawls;
    }
}

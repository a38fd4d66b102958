package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.lacuna.fetch.Exit;
import org.lacuna.observation.Vantage;
import org.lacuna.observation.Vantage.Route;

/**
 * Where this node looks from: the vantages that the operator configured, or the one without a proxy. Two of them never
 * share a name in the record, or nobody could tell later which of the two had seen something.
 */
@ApplicationScoped
public class Vantages {
    private static final Logger LOG = Logger.getLogger(Vantages.class);

    /** The vantage of a node of which nothing was configured. */
    static final String DIRECT = "direct";

    private final Map<String, Ready> byName = new LinkedHashMap<>();

    @Inject
    Vantages(CrawlSettings settings) {
        if (settings.vantages().isEmpty()) {
            byName.put(
                    DIRECT,
                    under(
                            "lacuna.crawl.country",
                            () -> new Ready(DIRECT, Vantage.direct(settings.country()), Exit.DIRECT)));
        }
        settings.vantages().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> add(entry.getKey(), entry.getValue()));
    }

    /**
     * A vantage that can be used.
     *
     * @param name in the settings and on the command line
     * @param vantage as it is recorded
     * @param exit how its requests leave
     */
    record Ready(String name, Vantage vantage, Exit exit) {}

    Collection<Ready> all() {
        return List.copyOf(byName.values());
    }

    Optional<Ready> find(Vantage vantage) {
        return byName.values().stream()
                .filter(ready -> ready.vantage().equals(vantage))
                .findFirst();
    }

    /** The vantage of this name. */
    Optional<Ready> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names of all vantages, in the order of the settings. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private void add(String name, CrawlSettings.VantagePoint point) {
        Ready ready = under(
                "lacuna.crawl.vantages." + name,
                () -> new Ready(name, new Vantage(point.country(), point.route()), exit(name, point)));
        find(ready.vantage()).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "lacuna.crawl.vantages: expected another country or route for each, found " + other.name() + " and "
                            + name + " both at " + ready.vantage().word());
        });
        byName.put(name, ready);
    }

    /** Whatever is wrong is told with the setting's name. */
    private static Ready under(String setting, Supplier<Ready> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith(setting)
                    ? wrong
                    : new IllegalArgumentException(setting + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Wrong settings stop the start; a crawler that only complains at each tick would look alive. */
    void check(@Observes StartupEvent started) {
        LOG.debugf("looking from %d vantages", byName.size());
    }

    private static Exit exit(String name, CrawlSettings.VantagePoint point) {
        if (point.route() == Route.DIRECT) {
            return Exit.DIRECT;
        }
        String proxy = point.proxy()
                .orElseThrow(() -> new IllegalArgumentException("lacuna.crawl.vantages." + name
                        + ".proxy: expected a host and a port such as 127.0.0.1:9050, found nothing"));
        int colon = proxy.lastIndexOf(':');
        if (colon < 1 || !proxy.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("lacuna.crawl.vantages." + name
                    + ".proxy: expected a host and a port such as 127.0.0.1:9050, found another form");
        }
        String host = proxy.substring(0, colon).replaceAll("^\\[|]$", "");
        int port = Integer.parseInt(proxy.substring(colon + 1));
        Exit exit = point.route() == Route.SOCKS ? Exit.socks5(host, port) : Exit.httpProxy(host, port);
        return point.user().isPresent()
                ? exit.as(
                        point.user().get(), point.password().orElse(point.user().get()))
                : exit;
    }
}

package org.lacuna.fetch;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.lacuna.shared.Background;

/** One client for each exit, made when it is first used: what one vantage leaves open, no other ever uses. */
final class Exits implements AutoCloseable {
    private final FetchSettings settings;
    private final NameResolver names;
    private final AddressGuard guard;
    private final Map<Exit, Hop> hops = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, Background.threads("fetch-deadline"));

    Exits(FetchSettings settings, NameResolver names, AddressGuard guard) {
        this.settings = settings;
        this.names = names;
        this.guard = guard;
        // an alarm that is not needed any more would else hold its request until it is due
        watch.setRemoveOnCancelPolicy(true);
    }

    Hop hop(Exit exit) {
        Hop known = hops.get(exit);
        return known != null ? known : hops.computeIfAbsent(exit, this::open);
    }

    private Hop open(Exit exit) {
        DetachedSocketFactory sockets =
                proxy -> exit.kind() == Exit.Kind.DIRECT ? new Socket() : new TunnelSocket(exit, names);
        PoolingHttpClientConnectionManager pool = Clients.pool(settings, guard, sockets);
        return new Hop(pool, Clients.client(settings, pool), watch, settings.maxHead());
    }

    /** How many connections are in use now, of all exits. */
    int inUse() {
        return hops.values().stream().mapToInt(Hop::inUse).sum();
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        for (Hop hop : hops.values()) {
            hop.close();
        }
    }
}

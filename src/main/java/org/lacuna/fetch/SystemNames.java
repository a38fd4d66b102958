package org.lacuna.fetch;

import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lacuna.shared.Background;

/** Asks the machine's resolver. A look-up cannot be interrupted, so it runs beside us and is left behind when too slow. */
@DefaultBean
@ApplicationScoped
class SystemNames implements NameResolver {
    private static final int SECONDS = 10;

    private final ExecutorService lookups = Executors.newCachedThreadPool(Background.threads("look-up"));

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        try {
            return List.of(lookups.submit(() -> InetAddress.getAllByName(host)).get(SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("a look-up failed in an unknown way", failed.getCause());
        } catch (TimeoutException slow) {
            throw new UnknownHostException("no answer of the name server within " + SECONDS + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
    }
}

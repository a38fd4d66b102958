package org.lacuna.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.lacuna.shared.Background;

/** Sends messages, over connections of its own: a target that hangs takes none away from those who fetch. */
final class Sender implements AutoCloseable {
    private final AddressGuard guard;
    private final Clock clock;
    private final Hop hop;
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(1, Background.threads("send-deadline"));

    Sender(FetchSettings settings, AddressGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
        watch.setRemoveOnCancelPolicy(true);
        PoolingHttpClientConnectionManager pool = Clients.pool(settings, guard, proxy -> new Socket());
        this.hop = new Hop(pool, Clients.sender(settings, pool), watch, settings.maxHead());
    }

    Posted send(Message message) {
        Deadline deadline = new Deadline(message.total());
        try {
            URI url = Urls.checked(message.to(), guard);
            Hop.Received received = hop.post(url, message.headers(), message.body(), deadline, message.read());
            HttpResponse response = received.response();
            return new Receipt(
                    response.getCode(),
                    received.content(),
                    RetryAfter.of(
                            response.getCode(),
                            Arrays.stream(response.getHeaders("retry-after"))
                                    .map(Header::getValue)
                                    .filter(value -> value != null)
                                    .toList(),
                            clock.instant()));
        } catch (FetchFailure failed) {
            return new NoAnswer(message.to(), clock.instant(), failed.reason(), failed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        hop.close();
    }
}

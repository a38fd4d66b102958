package org.lacuna.api;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lacuna.api.access.Reader;
import org.lacuna.api.access.Shares;
import org.lacuna.api.access.WhoAsks;
import org.lacuna.shared.Background;

/**
 * Room for the lists that are being streamed: so many in all, a few to one reader, and none to somebody who does not take
 * what was asked for. One reader with many connections would shut all others out otherwise.
 */
@ApplicationScoped
class ListRoom {
    private static final int SECONDS_TO_WAIT = 10;

    private final ListSettings settings;
    private final WhoAsks asks;
    private final Semaphore room;
    private final Shares shares = new Shares();
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Background.timer("slow-lists");

    ListRoom(ListSettings settings, WhoAsks asks) {
        this.settings = settings;
        this.asks = asks;
        this.room = new Semaphore(settings.atOnce());
        timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** The place of one list, until it has ended. */
    final class Held implements AutoCloseable {
        private final Shares.Share share;
        private final Runnable breakOff;
        private final Pace pace;

        private Held(Shares.Share share, Runnable breakOff, Pace pace) {
            this.share = share;
            this.breakOff = breakOff;
            this.pace = pace;
        }

        /** A piece goes out to the reader. */
        void sent(byte[] piece) {
            pace.sent(piece.length, System.nanoTime());
        }

        /** The reader has taken it. */
        void taken() {
            pace.taken(System.nanoTime());
        }

        /** Ends the connection before the list has ended: the reader sees that something is missing. */
        void breakOff() {
            breakOff.run();
        }

        @Override
        public void close() {
            if (held.remove(this)) {
                share.close();
                room.release();
            }
        }
    }

    /**
     * A place for the reader whose request is being answered.
     *
     * @throws ClientErrorException if this reader has all that one may have (429)
     * @throws ServiceUnavailableException if there is none for anybody
     */
    Held take() {
        Reader reader = asks.reader();
        int most = reader.everybody() ? settings.together() : settings.toOneReader();
        Shares.Share share = shares.take(reader, most).orElseThrow(() -> refused(reader, most));
        if (!room.tryAcquire()) {
            share.close();
            throw new ServiceUnavailableException(
                    "expected fewer than " + settings.atOnce() + " lists to be streamed at once, found that many. Ask"
                            + " again in a few seconds.",
                    (long) SECONDS_TO_WAIT);
        }
        Held place = new Held(share, asks.breaksOff(), new Pace(settings.leastPerSecond(), settings.patience()));
        held.add(place);
        return place;
    }

    private static RuntimeException refused(Reader reader, int most) {
        if (reader.everybody()) {
            return new ServiceUnavailableException(
                    "expected at most " + most + " lists to be streamed at once to all readers who share this way in,"
                            + " found that many. Ask again in a few seconds.",
                    (long) SECONDS_TO_WAIT);
        }
        return new ClientErrorException(
                "expected at most " + most
                        + " lists to be streamed to one reader at once, found that many. Ask again when"
                        + " one has ended. Whole copies of the record are in its files, at /bulk.",
                Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build());
    }

    /** Ends what is taken too slowly. */
    private void look() {
        long now = System.nanoTime();
        held.stream().filter(each -> each.pace.tooSlow(now)).forEach(slow -> {
            slow.breakOff();
            slow.close();
        });
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}

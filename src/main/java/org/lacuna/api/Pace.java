package org.lacuna.api;

import java.time.Duration;

/**
 * How fast a reader takes a stream, looked at again and again. Only the time counts in which a piece waits for the reader:
 * what we take ourselves to read the next one is nobody's fault. A piece that is under way counts as if it were taken, as
 * long as it could still arrive in time: how much of it has is not known.
 */
final class Pace {
    private final double leastPerNano;
    private final long patience;

    /** Since the last look that found nothing wrong: for how long pieces have waited, and how many bytes were taken. */
    private long waited;

    private long taken;
    private long waitsSince;

    private long sent;
    private int underWay;

    /** @param patience how long a reader may be slower */
    Pace(int leastPerSecond, Duration patience) {
        this.leastPerNano = leastPerSecond / (double) Duration.ofSeconds(1).toNanos();
        this.patience = patience.toNanos();
    }

    /** A piece goes out. */
    synchronized void sent(int length, long now) {
        underWay = length;
        sent = now;
        waitsSince = now;
    }

    /** It was taken, and more is wanted. */
    synchronized void taken(long now) {
        if (underWay > 0) {
            waited += now - waitsSince;
            taken += underWay;
            underWay = 0;
        }
    }

    /** Whether this reader has had enough time. */
    synchronized boolean tooSlow(long now) {
        if (underWay > 0) {
            waited += now - waitsSince;
            waitsSince = now;
            if (now - sent >= Math.max(patience, underWay / leastPerNano)) {
                return true;
            }
        }
        if (waited < patience) {
            return false;
        }
        if (taken + underWay < leastPerNano * waited) {
            return true;
        }
        // whoever was fast until now may not be slow for all the longer
        waited = 0;
        taken = 0;
        return false;
    }
}

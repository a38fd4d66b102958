package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.lacuna.crawl.detect.Detection;
import org.lacuna.crawl.detect.Detector;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Platform;

/** Reads answers, few at a time: a document in memory is many times its page, and many hands would fill the memory. */
@ApplicationScoped
class Reader {
    /** Bytes. While so large an answer is read, no other is. */
    private static final int LARGE = 1 << 20;

    private final int most;
    private final Semaphore places;

    Reader(CrawlSettings settings) {
        this.most = settings.readers();
        this.places = new Semaphore(most, true);
    }

    /**
     * What a platform's definition says of an answer.
     *
     * @throws CancellationException if the thread is interrupted while it waits
     */
    Detection read(Platform platform, Answer answer) {
        int wanted = answer.body().length > LARGE ? most : 1;
        try {
            places.acquire(wanted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to read");
        }
        try {
            return Detector.detect(platform, answer);
        } finally {
            places.release(wanted);
        }
    }
}

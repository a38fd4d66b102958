package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lacuna.shared.Background;

/**
 * Sorts words into the indexes while others are written. New words wait in a list that every search reads as well; left
 * to PostgreSQL, whoever makes it too long sorts it in, under the lock of publishing and with one processor. Here one
 * part of the list is sorted in while the next one gathers, so that twice {@link #ENOUGH} wait at most.
 */
final class SortWords implements AutoCloseable {
    /** Incidents whose words are sorted in at once: the more, the fewer times each page of an index is visited. */
    private static final int ENOUGH = 8_000;

    private final DocumentStore store;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(Background.threads("sort-words"));
    private CompletableFuture<Void> sorting = CompletableFuture.completedFuture(null);
    private int waiting;

    SortWords(DocumentStore store) {
        this.store = store;
    }

    /** Told after each transaction, outside it: waits where sorting does not keep up. */
    void published(int incidents) {
        waiting += incidents;
        if (waiting >= ENOUGH) {
            sort();
        }
    }

    /** Sorts in all that waits, and is done when that is. */
    void finish() {
        sort();
        sorting.join();
    }

    private void sort() {
        sorting.join();
        waiting = 0;
        sorting = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(store::sortWords), beside);
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}

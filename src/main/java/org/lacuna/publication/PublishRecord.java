package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.lacuna.cases.Cases;
import org.lacuna.shared.Background;
import org.lacuna.shared.Database;

/**
 * Publishes what is recorded and has no document: facts that came into the database by another way than through here, as
 * from a backup of the facts alone. While some of it is written, a second thread reads the next and cuts its texts into
 * words, and a third sorts the words of those before into the indexes. Whoever publishes meanwhile waits for one transaction
 * at most, so each is kept short.
 */
@ApplicationScoped
public class PublishRecord {
    private static final int FIRST = 40;
    private static final int LEAST = 10;
    private static final int MOST = 250;
    private static final Duration LONG = Duration.ofMillis(250);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final Publish publish;
    private final DocumentStore store;
    private final Database database;

    PublishRecord(Publish publish, DocumentStore store, Database database) {
        this.publish = publish;
        this.store = store;
        this.database = database;
    }

    /**
     * What came of it.
     *
     * @param incidents how many had no document and were looked at; those that are not public have none after it either
     * @param failed those of them that could not be published
     */
    public record Done(long incidents, List<Failed> failed) {
        public Done {
            failed = List.copyOf(failed);
        }
    }

    /** An incident that could not be published, and why. */
    public record Failed(String incident, RuntimeException reason) {}

    private record Some(List<String> slugs, Optional<Cases.AsRead> read) {}

    /**
     * Publishes all of it, some incidents in each transaction; what is done stays done if it is broken off. Where one of
     * them cannot be published, the others are.
     *
     * @param progress told after each transaction how many incidents are done
     */
    public Done missing(LongConsumer progress) {
        ExecutorService ahead = Executors.newSingleThreadExecutor(Background.threads("publish-ahead"));
        try (SortWords words = new SortWords(store)) {
            long done = 0;
            int most = FIRST;
            List<Failed> failed = new ArrayList<>();
            Some some = read(some("", most));
            while (!some.slugs().isEmpty()) {
                String last = some.slugs().get(some.slugs().size() - 1);
                int size = most;
                CompletableFuture<Some> next = CompletableFuture.supplyAsync(() -> read(some(last, size)), ahead);
                long began = System.nanoTime();
                failed.addAll(publish(some));
                most = size(most, Duration.ofNanos(System.nanoTime() - began));
                words.published(some.slugs().size());
                done += some.slugs().size();
                progress.accept(done);
                some = next.join();
            }
            words.finish();
            return new Done(done, failed);
        } finally {
            ahead.shutdownNow();
        }
    }

    private static int size(int size, Duration taken) {
        if (taken.compareTo(LONG) > 0) {
            return Math.max(LEAST, size / 2);
        }
        return taken.compareTo(SHORT) < 0 ? Math.min(MOST, size + size / 4) : size;
    }

    private Some read(List<String> slugs) {
        try {
            return new Some(slugs, Optional.of(publish.ahead(new LinkedHashSet<>(slugs))));
        } catch (RuntimeException broken) {
            // whatever it was will show again, and be told, when each is published by itself
            return new Some(slugs, Optional.empty());
        }
    }

    private List<Failed> publish(Some some) {
        if (some.read().isPresent()) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> publish.publish(some.read().get()));
                return List.of();
            } catch (RuntimeException oneOfThem) {
                // nothing of it was written; which one it was shows below
            }
        }
        List<Failed> failed = new ArrayList<>();
        for (String slug : some.slugs()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> publish.publish(new LinkedHashSet<>(List.of(slug))));
            } catch (RuntimeException reason) {
                failed.add(new Failed(slug, reason));
            }
        }
        if (failed.size() == some.slugs().size() && failed.size() > 1) {
            throw failed.get(0).reason();
        }
        return failed;
    }

    private List<String> some(String after, int most) {
        return database.list("""
            SELECT i.slug FROM incident i
            WHERE i.slug > ? AND NOT EXISTS (SELECT FROM change c WHERE c.kind = 'incident' AND c.slug = i.slug)
            ORDER BY i.slug LIMIT ?
            """, row -> row.getString(1), after, most);
    }
}

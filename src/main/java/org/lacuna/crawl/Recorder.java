package org.lacuna.crawl;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.evidence.Keeping;
import org.lacuna.shared.Digest;

/**
 * Writes down checks in groups, so that one wait for the disk and one transaction serve many of them: first their
 * exchanges, then, once those are safe, the observations that rest on them. A check that cannot be recorded takes none
 * of its group with it.
 */
@ApplicationScoped
class Recorder {
    /** Bodies wait here, so this bounds memory: so many times 5 MB at the very most, a few MB usually. */
    private static final int MOST_WAITING = 128;

    /** How long the first of a group waits for others. */
    private static final long GATHER_MILLIS = 10;

    private final EvidenceStore evidence;
    private final RecordChecks recording;
    private final BlockingQueue<Order> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "crawl-recorder");
    private volatile boolean closed;

    Recorder(EvidenceStore evidence, RecordChecks recording) {
        this.evidence = evidence;
        this.recording = recording;
        writer.setDaemon(true);
        writer.start();
    }

    private record Order(Done done, CompletableFuture<Optional<Judgement>> recorded) {}

    /**
     * Has a check recorded; waits while too many are before it.
     *
     * @return what it amounts to, once it is recorded for good; empty, and nothing written, if the lease is no longer
     *     ours; failed, and nothing written, if the disk or the database refused
     */
    Future<Optional<Judgement>> record(Done done) {
        Order order = new Order(done, new CompletableFuture<>());
        try {
            while (!waiting.offer(order, 1, TimeUnit.SECONDS)) {
                if (closed) {
                    throw new CancellationException("stopped before a check could be recorded");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted before a check could be recorded");
        }
        return order.recorded();
    }

    private void write() {
        List<Order> group = new ArrayList<>();
        while (!closed) {
            try {
                gather(group);
                if (!group.isEmpty()) {
                    write(group);
                }
            } catch (InterruptedException stopped) {
                return;
            } finally {
                group.forEach(order -> order.recorded().cancel(false));
                group.clear();
            }
        }
    }

    private void gather(List<Order> group) throws InterruptedException {
        Order first = waiting.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return;
        }
        group.add(first);
        Thread.sleep(GATHER_MILLIS);
        waiting.drainTo(group);
    }

    private void write(List<Order> group) {
        List<Order> kept;
        try {
            kept = keep(group);
        } catch (RuntimeException | Error refused) {
            group.forEach(order -> order.recorded().completeExceptionally(refused));
            return;
        }
        try {
            complete(kept, recording.record(kept.stream().map(Order::done).toList()));
        } catch (RuntimeException | Error oneOfThem) {
            kept.forEach(this::alone);
        }
    }

    private void alone(Order order) {
        try {
            complete(List.of(order), recording.record(List.of(order.done())));
        } catch (RuntimeException | Error refused) {
            // an error must not end this thread: everybody would wait for it for ever
            order.recorded().completeExceptionally(refused);
        }
    }

    private static void complete(List<Order> group, List<Optional<Judgement>> judged) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).recorded().complete(judged.get(i));
        }
    }

    private List<Order> keep(List<Order> group) {
        List<Keeping> exchanges = group.stream()
                .flatMap(order -> order.done().look().exchange().stream())
                .toList();
        List<Digest> digests = exchanges.isEmpty() ? List.of() : evidence.keepAll(exchanges);
        List<Order> kept = new ArrayList<>();
        int next = 0;
        for (Order order : group) {
            kept.add(
                    order.done().look().exchange().isEmpty()
                            ? order
                            : new Order(order.done().keptAs(digests.get(next++)), order.recorded()));
        }
        return kept;
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        writer.join(10_000);
        waiting.forEach(order -> order.recorded().cancel(false));
    }
}

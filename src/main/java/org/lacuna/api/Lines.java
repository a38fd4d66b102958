package org.lacuna.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Streams a list of any length. Each part is read by a query of its own, while the reader takes the one before: a slow
 * reader holds no connection to the database and no thread, only the part it is at and the next.
 */
@ApplicationScoped
class Lines {
    private static final int AT_ONCE = 80;
    private static final int SECONDS_TO_WAIT = 10;
    private static final int A_PART = 200;
    private static final byte LINE_FEED = '\n';

    private final Semaphore room = new Semaphore(AT_ONCE);

    /**
     * A part of a list.
     *
     * @param bytes its lines with a line feed between them and none at the end, where the framework puts it
     * @param count how many these are
     * @param next where the next part starts; empty at the end
     */
    record Part(byte[] bytes, int count, Optional<String> next) {}

    /** Lines as a part holds them. */
    static byte[] joined(List<byte[]> lines) {
        ByteBuffer bytes = ByteBuffer.allocate(
                lines.stream().mapToInt(line -> line.length + 1).sum());
        lines.forEach(line -> bytes.put(line).put(LINE_FEED));
        return Arrays.copyOf(bytes.array(), Math.max(0, bytes.position() - 1));
    }

    /** How the part after a cursor is read; at the start there is none. */
    interface Reader {
        Part read(Optional<String> cursor, int limit);
    }

    /**
     * The list from a cursor on.
     *
     * @param most how many lines at most
     * @throws ServiceUnavailableException if too many lists are being streamed at this moment
     * @throws org.lacuna.publication.WrongParameter if the cursor is none of this list
     */
    RestMulti<byte[]> stream(Optional<String> from, long most, Reader reader) {
        if (!room.tryAcquire()) {
            throw new ServiceUnavailableException(
                    "expected fewer than " + AT_ONCE + " lists to be read at once; try again in a few seconds",
                    (long) SECONDS_TO_WAIT);
        }
        Place place = new Place(from, most);
        Part first;
        try {
            // what is wrong with the question is found out while an error can still be answered
            first = place.next(reader);
        } catch (RuntimeException refused) {
            room.release();
            throw refused;
        }
        AtomicBoolean ended = new AtomicBoolean();
        return RestMulti.fromMultiData(
                        parts(first, place, reader).onTermination().invoke(() -> {
                            if (ended.compareAndSet(false, true)) {
                                room.release();
                            }
                        }))
                .build();
    }

    private static Multi<byte[]> parts(Part first, Place place, Reader reader) {
        if (place.atEnd()) {
            return Multi.createFrom().items(first.bytes()).filter(bytes -> bytes.length > 0);
        }
        Ahead ahead = new Ahead(place, reader);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(first),
                        Multi.createBy()
                                .repeating()
                                .uni(() -> Uni.createFrom().completionStage(ahead.next()))
                                .until(Optional::isEmpty)
                                .map(Optional::get))
                .map(Part::bytes)
                .filter(bytes -> bytes.length > 0);
    }

    /** Reads one part before it is asked for. */
    private static final class Ahead {
        private final Place place;
        private final Reader reader;
        private volatile CompletionStage<Optional<Part>> next;

        Ahead(Place place, Reader reader) {
            this.place = place;
            this.reader = reader;
            this.next = read();
        }

        /** Asked one after the other; empty at the end. */
        CompletionStage<Optional<Part>> next() {
            return next.thenApply(part -> {
                next = read();
                return part;
            });
        }

        private CompletionStage<Optional<Part>> read() {
            return place.atEnd()
                    ? CompletableFuture.completedStage(Optional.empty())
                    : CompletableFuture.supplyAsync(
                            () -> Optional.of(place.next(reader)), Infrastructure.getDefaultWorkerPool());
        }
    }

    /** Where a stream is; its parts are read one after the other. */
    private static final class Place {
        private volatile Optional<String> cursor;
        private volatile long left;

        Place(Optional<String> cursor, long left) {
            this.cursor = cursor;
            this.left = left;
        }

        Part next(Reader reader) {
            Part part = reader.read(cursor, (int) Math.min(left, A_PART));
            left -= part.count();
            cursor = part.next();
            return part;
        }

        boolean atEnd() {
            return cursor.isEmpty() || left <= 0;
        }
    }
}

package org.lacuna.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.RestMulti;

/**
 * Streams a list of any length. The next part is read when the reader has taken the one before, by a query of its own: a
 * slow reader holds no connection to the database and no thread, only the part it is at.
 */
@ApplicationScoped
class Lines {
    private static final int AT_ONCE = 200;
    private static final int SECONDS_TO_WAIT = 10;
    private static final int A_PART = 100;
    private static final byte[] LINE_FEED = {'\n'};

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            bytes.writeBytes(i == 0 ? new byte[0] : LINE_FEED);
            bytes.writeBytes(lines.get(i));
        }
        return bytes.toByteArray();
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
        Multi<Part> later = place.atEnd()
                ? Multi.createFrom().empty()
                : Multi.createBy()
                        .repeating()
                        .uni(() -> Uni.createFrom()
                                .item(() -> place.next(reader))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                        .whilst(part -> !place.atEnd());
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), later)
                .map(Part::bytes)
                .filter(bytes -> bytes.length > 0);
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

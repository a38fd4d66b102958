package org.lacuna.api;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;
import org.lacuna.api.access.WhoAsks;

/**
 * Streams a list of any length. Each part is read by a query of its own, while the reader takes the one before: a slow
 * reader holds no connection to the database and no thread, only the part it is at and the next, and a place in the
 * {@link ListRoom}.
 */
@ApplicationScoped
class Lines {
    private static final Logger LOG = Logger.getLogger(Lines.class);
    private static final int A_PART = 200;

    /** Small enough to see whether a reader takes anything, large enough to cost little. */
    private static final int A_PIECE = 32 << 10;

    private static final byte LINE_FEED = '\n';

    private final ListRoom room;
    private final WhoAsks asks;

    Lines(ListRoom room, WhoAsks asks) {
        this.room = room;
        this.asks = asks;
    }

    /**
     * A part of a list.
     *
     * @param pieces its bytes, as they are sent one after the other
     * @param count of its lines
     * @param next where the next part starts; empty at the end
     */
    record Part(List<byte[]> pieces, int count, Optional<String> next) {
        Part {
            pieces = List.copyOf(pieces);
        }
    }

    /** Lines as pieces of NDJSON: between two of them, and at the end, the framework puts a line feed. */
    static List<byte[]> joined(List<byte[]> lines) {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            if (piece.size() > 0 && piece.size() + line.length >= A_PIECE) {
                pieces.add(piece.toByteArray());
                piece.reset();
            }
            if (piece.size() > 0) {
                piece.write(LINE_FEED);
            }
            piece.writeBytes(line);
        }
        if (piece.size() > 0) {
            pieces.add(piece.toByteArray());
        }
        return pieces;
    }

    /** Bytes as pieces that are sent as they are. */
    static List<byte[]> cut(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += A_PIECE) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + A_PIECE)));
        }
        return pieces;
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
     * @throws jakarta.ws.rs.ClientErrorException if this reader has too many of them (429)
     * @throws org.lacuna.publication.WrongParameter if the cursor is none of this list
     */
    RestMulti<byte[]> stream(Optional<String> from, long most, Reader reader) {
        ListRoom.Held held = room.take();
        Place place = new Place(from, most);
        Part first;
        try {
            // what is wrong with the question is found out while an error can still be answered
            first = place.next(reader);
        } catch (RuntimeException refused) {
            held.close();
            throw refused;
        }
        if (asks.onlyHead()) {
            held.close();
            return answer(Multi.createFrom().empty());
        }
        return answer(parts(first, place, reader)
                .onItem()
                .transformToIterable(Part::pieces)
                .onItem()
                .invoke(held::sent)
                .onRequest()
                .invoke(held::taken)
                .onFailure()
                .invoke(ours -> {
                    LOG.errorf(
                            "a list broke off and it was our fault: %s",
                            ours.getClass().getName());
                    held.breakOff();
                })
                .onTermination()
                .invoke(held::close));
    }

    /** No filter of answers is asked about a stream, so what {@link ApiHeaders} says is said here. */
    private static RestMulti<byte[]> answer(Multi<byte[]> pieces) {
        RestMulti.SyncRestMulti.Builder<byte[]> answer = RestMulti.fromMultiData(pieces);
        ApiHeaders.OF_WHAT_IS_PUBLIC.forEach(answer::header);
        return answer.build();
    }

    private static Multi<Part> parts(Part first, Place place, Reader reader) {
        if (place.atEnd()) {
            return Multi.createFrom().item(first);
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
                                .map(Optional::get));
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

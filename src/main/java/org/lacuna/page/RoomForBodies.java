package org.lacuna.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the bytes of all bodies that are held at this moment, arriving or being answered. When there is no more room,
 * the largest that still arrives gives way: a flood of long bodies cannot push out a report of a few lines.
 *
 * @param <B> a body
 */
final class RoomForBodies<B> {
    private final long mostBytes;
    private final Map<B, Long> arriving = new HashMap<>();
    private final Map<B, Long> arrived = new HashMap<>();
    private long taken;

    RoomForBodies(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Counts bytes that came in; the body that has to give way, if one has to, is counted no longer. */
    synchronized Optional<B> take(B body, int bytes) {
        arriving.merge(body, (long) bytes, Long::sum);
        taken += bytes;
        if (taken <= mostBytes) {
            return Optional.empty();
        }
        Optional<B> largest =
                arriving.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        largest.ifPresent(this::free);
        return largest;
    }

    /** A body is whole and no longer gives way; it stays counted until it is answered. */
    synchronized void whole(B body) {
        Optional.ofNullable(arriving.remove(body)).ifPresent(bytes -> arrived.put(body, bytes));
    }

    /** A body is in memory no more. */
    synchronized void free(B body) {
        for (Map<B, Long> held : List.of(arriving, arrived)) {
            taken -= Optional.ofNullable(held.remove(body)).orElse(0L);
        }
    }

    /** How many bodies hold some of it. */
    synchronized int count() {
        return arriving.size() + arrived.size();
    }

    synchronized long taken() {
        return taken;
    }
}

package org.lacuna.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the bytes of all bodies that are in memory at this moment, arriving or being answered. When there is no more
 * room, the largest that still arrives gives way: a flood of long bodies cannot push out a report of a few lines.
 */
final class RoomForBodies {
    private final long mostBytes;
    private final Map<ArrivingBody, Long> arriving = new HashMap<>();
    private final Map<ArrivingBody, Long> arrived = new HashMap<>();
    private long taken;

    RoomForBodies(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Counts bytes that came in; the body that has to give way, if one has to, is counted no longer. */
    synchronized Optional<ArrivingBody> take(ArrivingBody body, int bytes) {
        arriving.merge(body, (long) bytes, Long::sum);
        taken += bytes;
        if (taken <= mostBytes) {
            return Optional.empty();
        }
        Optional<ArrivingBody> largest =
                arriving.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        largest.ifPresent(this::free);
        return largest;
    }

    /** A body is whole and no longer gives way; it stays counted until it is answered. */
    synchronized void whole(ArrivingBody body) {
        Optional.ofNullable(arriving.remove(body)).ifPresent(bytes -> arrived.put(body, bytes));
    }

    /** A body is in memory no more. */
    synchronized void free(ArrivingBody body) {
        for (Map<ArrivingBody, Long> held : List.of(arriving, arrived)) {
            taken -= Optional.ofNullable(held.remove(body)).orElse(0L);
        }
    }

    synchronized long taken() {
        return taken;
    }
}

package org.lacuna.api.access;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often each reader has asked in this minute. A reader is a {@link KeyedHash}, whose key is drawn each hour. The table never grows: who is new takes the place of whoever, out of the
 * eight that share it, has asked least, so a flood of addresses makes nobody forgotten who asks much.
 */
final class Counts {
    /** The most that is counted. */
    static final int MOST = 0xffffff;

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int PLACES = 8;
    private static final int SETS = 1 << 14;

    /** A cell is 32 bits of the hash, 8 of the number of the minute and 24 of the count. */
    private static final int MINUTE_AT = 24;

    private static final long MINUTE_BITS = 0xffL;
    private static final long HASH_BITS = 0xffffffffL << 32;
    private static final long WHOSE_AND_WHEN = ~(long) MOST;

    private volatile Hour hour = new Hour(-1);

    private static final class Hour {
        final long number;
        final KeyedHash hash = new KeyedHash();
        final AtomicLongArray cells = new AtomicLongArray(SETS * PLACES);

        Hour(long number) {
            this.number = number;
        }
    }

    /**
     * Counts one request.
     *
     * @param second of the epoch
     * @return how many it makes in this minute, at most {@link #MOST}
     */
    int spend(byte[] name, long second) {
        Hour now = at(second / HOUR);
        long hash = now.hash.of(name);
        long minute = second / MINUTE & MINUTE_BITS;
        int first = (int) (hash & SETS - 1) * PLACES;
        return spend(now.cells, first, hash & HASH_BITS | minute << MINUTE_AT);
    }

    private Hour at(long number) {
        Hour known = hour;
        return known.number == number ? known : turned(number);
    }

    private synchronized Hour turned(long number) {
        if (hour.number != number) {
            hour = new Hour(number);
        }
        return hour;
    }

    private static int spend(AtomicLongArray cells, int first, long mine) {
        while (true) {
            int place = first;
            long least = Long.MAX_VALUE;
            for (int i = first; i < first + PLACES; i++) {
                long cell = cells.get(i);
                if ((cell & WHOSE_AND_WHEN) == mine) {
                    place = i;
                    break;
                }
                long used = sameMinute(cell, mine) ? cell & MOST : -1;
                if (used < least) {
                    place = i;
                    least = used;
                }
            }
            long before = cells.get(place);
            long after = (before & WHOSE_AND_WHEN) != mine ? mine | 1 : (before & MOST) == MOST ? before : before + 1;
            if (cells.compareAndSet(place, before, after)) {
                return (int) (after & MOST);
            }
        }
    }

    private static boolean sameMinute(long cell, long mine) {
        return (cell >>> MINUTE_AT & MINUTE_BITS) == (mine >>> MINUTE_AT & MINUTE_BITS);
    }
}

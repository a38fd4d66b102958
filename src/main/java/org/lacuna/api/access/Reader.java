package org.lacuna.api.access;

/**
 * Whose requests are counted together.
 *
 * @param name bytes that are the same for the same reader; they are hashed at once, and kept no
 *     longer than the connection lasts
 * @param perMinute how many requests are answered in a minute
 * @param everybody whether it stands for all whom nothing tells apart
 */
public record Reader(byte[] name, int perMinute, boolean everybody) {
    public Reader {
        if (perMinute < 1 || perMinute > Counts.MOST) {
            throw new IllegalArgumentException(
                    "expected 1 to " + Counts.MOST + " requests per minute, found " + perMinute);
        }
    }
}

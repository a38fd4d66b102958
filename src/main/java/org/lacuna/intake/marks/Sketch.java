package org.lacuna.intake.marks;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * A keyed MinHash of a set (Broder 1997), cut to one byte a row (Li and König 2010): of two sketches the share of equal
 * bytes tells how much the sets have in common, and neither tells what is in them.
 *
 * @param bytes one a row
 */
record Sketch(byte[] bytes) {
    static final int ROWS = 64;

    /** Two bytes are equal by chance this often. */
    private static final double BY_CHANCE = 1 / 256.0;

    Sketch {
        if (bytes.length != ROWS) {
            throw new IllegalArgumentException("expected a sketch of " + ROWS + " bytes, found " + bytes.length);
        }
    }

    /**
     * The least keyed hash of the set in each row.
     *
     * @param kind keeps sketches of different kinds apart
     */
    static long[] least(MarkKey key, String kind, Set<String> shingles) {
        long[] least = new long[ROWS];
        Arrays.fill(least, -1L);
        long[] times = new long[ROWS];
        long[] plus = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ByteBuffer drawn = key.of(kind + " row", Integer.toString(row));
            times[row] = drawn.getLong() | 1;
            plus[row] = drawn.getLong();
        }
        for (String shingle : shingles) {
            long hash = key.of(kind, shingle).getLong();
            for (int row = 0; row < ROWS; row++) {
                long mixed = mix(hash * times[row] + plus[row]);
                if (Long.compareUnsigned(mixed, least[row]) < 0) {
                    least[row] = mixed;
                }
            }
        }
        return least;
    }

    static Sketch of(long[] least) {
        byte[] bytes = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            bytes[row] = (byte) least[row];
        }
        return new Sketch(bytes);
    }

    /**
     * Bands for locality-sensitive hashing: sets that have much in common share at least one.
     *
     * @param rows in each band; more rows find fewer strangers
     */
    static long[] bands(MarkKey key, String kind, long[] least, int rows) {
        long[] bands = new long[ROWS / rows];
        for (int band = 0; band < bands.length; band++) {
            ByteBuffer together = ByteBuffer.allocate(rows * Long.BYTES);
            for (int row = 0; row < rows; row++) {
                together.putLong(least[band * rows + row]);
            }
            bands[band] = key.of(kind + " band " + band, together.array()).getLong();
        }
        return bands;
    }

    /** What share of the two sets is in both (Jaccard), estimated; give or take 0.06. */
    double similarity(Sketch other) {
        int equal = 0;
        for (int row = 0; row < ROWS; row++) {
            equal += bytes[row] == other.bytes[row] ? 1 : 0;
        }
        return Math.max(0, ((double) equal / ROWS - BY_CHANCE) / (1 - BY_CHANCE));
    }

    /** The finalizer of MurmurHash3: spreads every bit over all. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}

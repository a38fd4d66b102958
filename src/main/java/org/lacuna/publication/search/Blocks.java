package org.lacuna.publication.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Parts of the record by which it can be searched from its end: 4,096 changes, then eight times as many, and so on. Each
 * version carries a mark for the block of every size that it lies in, as a word among its words; so the index that finds
 * a word finds it in one block, without touching what lies outside.
 */
final class Blocks {
    private static final int SMALLEST = 12;
    private static final int STEP = 3;

    /** The size beyond the greatest: the whole record. */
    static final int SIZES = 4;

    private Blocks() {}

    /** The marks of a version. */
    static List<String> marks(long sequence) {
        return IntStream.range(0, SIZES).mapToObj(size -> mark(size, sequence)).toList();
    }

    /** The mark of the block of this size in which a number lies. */
    static String mark(int size, long sequence) {
        return Mark.of("b" + size, Long.toString(sequence >> shift(size)));
    }

    /** The first number of that block. */
    static long start(int size, long sequence) {
        return size == SIZES ? 0 : sequence >> shift(size) << shift(size);
    }

    private static int shift(int size) {
        return SMALLEST + STEP * size;
    }
}

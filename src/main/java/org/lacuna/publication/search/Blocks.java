package org.lacuna.publication.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Parts of the record by which it can be searched from its end: 4,096 changes, then eight times as many, and so on. Each
 * version carries a mark for the block of every size that it lies in, as a word among its words; so the index that finds
 * a word finds it in some blocks, without touching what lies outside.
 */
final class Blocks {
    private static final int SMALLEST_SHIFT = 12;
    private static final int STEP = 3;

    /** How many changes the smallest block holds. */
    static final long SMALLEST = 1L << SMALLEST_SHIFT;

    /** How many times more the next size holds; so many blocks of one size, at most, are asked for together. */
    static final int GROWTH = 1 << STEP;

    private static final int SIZES = 4;

    private Blocks() {}

    /** The marks of a version. */
    static List<String> marks(long sequence) {
        return IntStream.range(0, SIZES)
                .mapToObj(size -> mark(size, sequence >> shift(size)))
                .toList();
    }

    /**
     * Blocks of one size, one after the other.
     *
     * @param start the first number of the first of them
     * @param upper the number before which they end
     * @param marks any of which a version in them carries
     */
    record Run(long start, long upper, List<String> marks) {
        boolean isSmallest() {
            return marks.size() == 1 && marks.get(0).startsWith(mark(0));
        }

        /**
         * These words within these blocks, as a tsquery. Where the blocks are most of the record, words need no marks:
         * to look the rest through as well costs less than to look for so many marks.
         *
         * @param end of the record
         */
        String within(Optional<String> words, long end) {
            if (start == 0 && 2 * upper > end && words.isPresent()) {
                return words.get();
            }
            String blocks = Mark.any(marks.stream());
            return words.map(each -> each + " & " + blocks).orElse(blocks);
        }
    }

    /** The last blocks before a number that together hold about so many changes, at least one block. */
    static Run before(long upper, long length) {
        int size = 0;
        while (size < SIZES - 1 && length >= 1L << shift(size + 1)) {
            size++;
        }
        long last = upper - 1 >> shift(size);
        long many = Math.max(1, Math.min(GROWTH, length >> shift(size)));
        long first = Math.max(0, last - many + 1);
        int of = size;
        return new Run(
                first << shift(size),
                upper,
                LongStream.rangeClosed(first, last)
                        .mapToObj(block -> mark(of, block))
                        .collect(Collectors.toList()));
    }

    private static String mark(int size, long block) {
        return mark(size) + block;
    }

    private static String mark(int size) {
        return Mark.of("b" + size, "");
    }

    private static int shift(int size) {
        return SMALLEST_SHIFT + STEP * size;
    }
}

package org.lacuna.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of a size: its hash, and the proofs that can be given in it. The definitions of RFC 6962 §2.1 read over ranges of
 * leaves; of each range every part but the last is complete, so a proof asks for no more than two hashes at each level.
 */
public final class Tree {
    private final long size;
    private final Subtrees subtrees;

    /** @param subtrees knows at least this many leaves */
    public Tree(long size, Subtrees subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Size and hash. */
    public TreeHead head() {
        return size == 0 ? TreeHead.EMPTY : new TreeHead(size, hash(0, size));
    }

    /** That the leaf of this index is in the tree (§2.1.1). */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("expected a leaf of a tree of " + size + ", found " + index);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /** That the tree began as the one of that size (§2.1.2). */
    public ConsistencyProof consistency(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("expected a size up to " + size + ", found " + earlier);
        }
        List<Hash> path = new ArrayList<>();
        if (earlier > 0 && earlier < size) {
            subproof(earlier, 0, size, true, path);
        }
        return new ConsistencyProof(earlier, size, path);
    }

    private Hash hash(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return subtrees.hash(level, begin >> level);
        }
        long split = begin + split(count);
        return Hash.node(hash(begin, split), hash(split, end));
    }

    private void path(long index, long begin, long end, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long split = begin + split(end - begin);
        if (index < split) {
            path(index, begin, split, path);
            path.add(hash(split, end));
        } else {
            path(index, split, end, path);
            path.add(hash(begin, split));
        }
    }

    private void subproof(long earlier, long begin, long end, boolean known, List<Hash> path) {
        if (earlier == end) {
            if (!known) {
                path.add(hash(begin, end));
            }
            return;
        }
        long split = begin + split(end - begin);
        if (earlier <= split) {
            subproof(earlier, begin, split, known, path);
            path.add(hash(split, end));
        } else {
            subproof(earlier, split, end, false, path);
            path.add(hash(begin, split));
        }
    }

    /** The largest power of two below a count of two or more. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}

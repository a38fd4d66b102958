package org.lacuna.ledger.merkle;

/** Gives the hashes of those parts of a tree that are complete: the only ones that never change while it grows. */
@FunctionalInterface
public interface Subtrees {
    /**
     * The hash of the leaves from {@code index * 2^level} up to {@code (index + 1) * 2^level}, all of which are there.
     *
     * @param level 0 for a leaf
     */
    Hash hash(int level, long index);
}

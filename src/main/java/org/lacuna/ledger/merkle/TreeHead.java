package org.lacuna.ledger.merkle;

/**
 * A tree at one size.
 *
 * @param size how many leaves it has
 * @param root its hash
 */
public record TreeHead(long size, Hash root) {
    /** The tree that everything begins with. */
    public static final TreeHead EMPTY = new TreeHead(0, Hash.EMPTY);

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("expected a size from 0, found " + size);
        }
        if (size == 0 && !root.equals(Hash.EMPTY)) {
            throw new IllegalArgumentException("expected the hash of nothing for a tree without leaves, found " + root);
        }
    }
}

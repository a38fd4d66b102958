package org.lacuna.ledger.merkle;

import java.util.Arrays;

/**
 * Up to {@value #WIDTH} hashes that stand side by side at a level of tiles: the leaves of a subtree of height
 * {@value #HEIGHT}. The hashes between are made from them when they are asked for.
 *
 * @param bytes the hashes in their order
 */
public record Tile(byte[] bytes) {
    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;
    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** Levels of tiles that a tree can have: 64 of nodes make 8. */
    static final int LEVELS = 8;

    public Tile {
        if (bytes.length == 0 || bytes.length % Hash.BYTES != 0 || bytes.length > WIDTH * Hash.BYTES) {
            throw new IllegalArgumentException("expected 1 to " + WIDTH + " hashes, found " + bytes.length + " bytes");
        }
    }

    /** How many hashes the tile of a level and an index has in a tree of this size; 0 if there is none. */
    public static int width(int level, long index, long size) {
        int shift = level * HEIGHT;
        long hashes = shift >= Long.SIZE - 1 ? 0 : size >> shift;
        return index > hashes / WIDTH ? 0 : (int) Math.min(WIDTH, hashes - index * WIDTH);
    }

    /** The index of the tile of a level that is not full in a tree of this size. */
    static long last(int level, long size) {
        // Java takes a shift by 64 for one by 0, and the highest level has but one tile
        return level + 1 < LEVELS ? size >> ((level + 1) * HEIGHT) : 0;
    }

    /** How many hashes it has. */
    public int width() {
        return bytes.length / Hash.BYTES;
    }

    /** One of them. */
    public Hash hash(int position) {
        return new Hash(Arrays.copyOfRange(bytes, position * Hash.BYTES, (position + 1) * Hash.BYTES));
    }

    /**
     * The hash of the {@code 2^level} that begin at {@code index * 2^level}.
     *
     * @param level inside the tile, 0 to {@value #HEIGHT}
     */
    public Hash subtree(int level, int index) {
        if (level == 0) {
            return hash(index);
        }
        return Hash.node(subtree(level - 1, index * 2), subtree(level - 1, index * 2 + 1));
    }

    /** Its first hashes. */
    public Tile first(int hashes) {
        return new Tile(Arrays.copyOf(bytes, hashes * Hash.BYTES));
    }
}

package org.lacuna.ledger.merkle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the complete parts of a tree from its tiles. Tiles are kept while this lives: give each proof a new one.
 */
public final class TileSource implements Subtrees {
    private final long size;
    private final Function<TilePath, Tile> read;
    private final Map<TilePath, Tile> kept = new HashMap<>();

    /**
     * @param size of the tree, which says how wide its last tiles are
     * @param read gives the tile of a path; it throws what it likes if it cannot
     */
    public TileSource(long size, Function<TilePath, Tile> read) {
        this.size = size;
        this.read = read;
    }

    @Override
    public Hash hash(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int within = level % Tile.HEIGHT;
        long first = index << within;
        Tile tile = tile(tileLevel, first / Tile.WIDTH);
        return tile.subtree(within, (int) (first % Tile.WIDTH) >> within);
    }

    private Tile tile(int level, long index) {
        int width = Tile.width(level, index, size);
        if (width == 0) {
            throw new IllegalArgumentException("a tree of " + size + " has no tile " + index + " at level " + level);
        }
        TilePath path = new TilePath(level, index, width);
        Tile known = kept.get(path);
        if (known == null) {
            known = read.apply(path);
            if (known.width() != width) {
                throw new IllegalStateException(
                        "expected " + width + " hashes in " + path + ", found " + known.width());
            }
            kept.put(path, known);
        }
        return known;
    }
}

package org.lacuna.ledger.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Appends leaves to a tree and says which tiles change by it. It holds the last tile of each level and nothing else, so it
 * goes on from wherever a tree stands.
 */
public final class Growth {
    private final List<ByteArrayOutputStream> last = new ArrayList<>();
    private final Map<TilePath, byte[]> full = new LinkedHashMap<>();
    private long size;

    /**
     * Goes on from a tree.
     *
     * @param tiles knows at least the last, partial tile of each level
     */
    public Growth(long size, Function<TilePath, Tile> tiles) {
        this.size = size;
        for (int level = 0; level < Tile.LEVELS; level++) {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream(Tile.WIDTH * Hash.BYTES);
            int width = (int) ((size >> (level * Tile.HEIGHT)) % Tile.WIDTH);
            if (width > 0) {
                Tile tile = tiles.apply(new TilePath(level, Tile.last(level, size), width));
                hashes.writeBytes(tile.first(width).bytes());
            }
            last.add(hashes);
        }
    }

    /** Goes on from nothing. */
    public Growth() {
        this(0, none -> {
            throw new IllegalStateException("a tree without leaves has no tiles");
        });
    }

    /** Appends one leaf. */
    public void append(Hash leaf) {
        append(0, leaf);
        size++;
    }

    private void append(int level, Hash hash) {
        ByteArrayOutputStream tile = last.get(level);
        tile.writeBytes(hash.bytes());
        if (tile.size() == Tile.WIDTH * Hash.BYTES) {
            byte[] bytes = tile.toByteArray();
            tile.reset();
            full.put(new TilePath(level, Tile.last(level, size), Tile.WIDTH), bytes);
            append(level + 1, new Tile(bytes).subtree(Tile.HEIGHT, 0));
        }
    }

    /** The tree as it stands. */
    public TreeHead head() {
        return new Tree(size, new TileSource(size, this::held)).head();
    }

    /** The tiles that became full since this was asked last, and all that are partial now. */
    public Map<TilePath, byte[]> changed() {
        Map<TilePath, byte[]> changed = new LinkedHashMap<>(full);
        full.clear();
        for (int level = 0; level < Tile.LEVELS; level++) {
            byte[] bytes = last.get(level).toByteArray();
            if (bytes.length > 0) {
                changed.put(new TilePath(level, Tile.last(level, size), bytes.length / Hash.BYTES), bytes);
            }
        }
        return changed;
    }

    /** A root needs the last tiles alone: a full one stands as one hash in the tile above it. */
    private Tile held(TilePath path) {
        return new Tile(last.get(path.level()).toByteArray());
    }
}

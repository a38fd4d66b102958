package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Growth;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TileSource;
import org.lacuna.ledger.merkle.Tree;
import org.lacuna.ledger.merkle.TreeHead;

/**
 * Brings the folder up to what the database holds. It goes on from the tiles, not from older leaves: what somebody changes
 * in those never gets into a new tree.
 */
@ApplicationScoped
class LogTiles {
    /** Leaves between two writes: so many entries are in memory. */
    private static final int AT_ONCE = 64 * Tile.WIDTH;

    private final LogQueries queries;
    private final LogFolder folder;
    private final List<TilePath> full = new ArrayList<>();
    private Optional<Growing> growing = Optional.empty();

    LogTiles(LogQueries queries, LogFolder folder) {
        this.queries = queries;
        this.folder = folder;
    }

    /** The tree, its size, and the entries of the bundle that is not full yet. */
    private static final class Growing {
        private final Growth growth;
        private final List<byte[]> bundle = new ArrayList<>();
        private long size;

        Growing(Growth growth, long size) {
            this.growth = growth;
            this.size = size;
        }
    }

    /**
     * Goes on from a tree that was signed.
     *
     * @throws LogBroken if neither the tiles nor the leaves make up this tree
     */
    synchronized void standAt(TreeHead signed) {
        if (growing.filter(each -> each.size == signed.size()).isEmpty()) {
            growing = fromTiles(signed).or(() -> fromLeaves(signed));
        }
        if (growing.isEmpty() || !growing.get().growth.head().equals(signed)) {
            growing = Optional.empty();
            throw new LogBroken("expected a tree of " + signed.size() + " leaves whose root is " + signed.root()
                    + ", as it was signed, found another one in the tiles and in the database");
        }
    }

    /** The same for a folder that is behind: only what it lacks is written. */
    synchronized void continueFrom(TreeHead published, TreeHead signed) {
        if (growing.filter(each -> each.size == signed.size()).isEmpty()) {
            standAt(published);
            grow(signed.size());
        }
        standAt(signed);
    }

    /** Grows the tree to this size; its files are on the disk when this returns. */
    synchronized TreeHead grow(long size) {
        return grow(size, (first, entries) -> Optional.empty());
    }

    /**
     * Grows the tree by leaves that nothing was signed over yet.
     *
     * @param admission sees the very bytes that are hashed then
     * @throws LogBroken if it refuses any
     */
    synchronized TreeHead grow(long size, Admission admission) {
        Growing now = growing.orElseThrow();
        while (now.size < size) {
            long upTo = Math.min(size, now.size + AT_ONCE);
            List<byte[]> entries = queries.entries(now.size, upTo);
            if (entries.size() != upTo - now.size) {
                growing = Optional.empty();
                throw new LogBroken("expected leaves " + now.size + " to " + (upTo - 1)
                        + " in the database without gaps, found " + entries.size() + " of them");
            }
            Optional<String> wrong = admission.refuse(now.size, entries);
            if (wrong.isPresent()) {
                growing = Optional.empty();
                throw new LogBroken("nothing is signed: " + wrong.get());
            }
            Map<TilePath, byte[]> files = append(now, entries);
            folder.write(files);
            files.keySet().stream().filter(TilePath::full).forEach(full::add);
        }
        return now.growth.head();
    }

    /** Removes partial files for which there is a full one, once a checkpoint that knows the full one is published. */
    synchronized void tidy() {
        full.forEach(folder::tidy);
        full.clear();
    }

    /** After something failed: the next one reads again what there is. */
    synchronized void forget() {
        growing = Optional.empty();
    }

    private static Map<TilePath, byte[]> append(Growing now, List<byte[]> entries) {
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        for (byte[] entry : entries) {
            now.growth.append(Hash.leaf(entry));
            now.bundle.add(entry);
            now.size++;
            if (now.bundle.size() == Tile.WIDTH) {
                files.put(bundle(now), Bundle.write(now.bundle));
                now.bundle.clear();
            }
        }
        if (!now.bundle.isEmpty()) {
            files.put(bundle(now), Bundle.write(now.bundle));
        }
        files.putAll(now.growth.changed());
        return files;
    }

    private static TilePath bundle(Growing now) {
        return new TilePath(TilePath.ENTRIES, (now.size - 1) / Tile.WIDTH, now.bundle.size());
    }

    private Optional<Growing> fromTiles(TreeHead signed) {
        try {
            TreeHead found = tree(signed.size()).head();
            if (!found.equals(signed)) {
                return Optional.empty();
            }
            Growing now = new Growing(new Growth(signed.size(), this::tile), signed.size());
            now.bundle.addAll(queries.entries(signed.size() / Tile.WIDTH * Tile.WIDTH, signed.size()));
            return Optional.of(now).filter(this::lastLeavesAreThose);
        } catch (IllegalArgumentException | IllegalStateException missing) {
            return Optional.empty();
        }
    }

    /** What is not full yet is written again from the database, so it must be what the tree holds. */
    private boolean lastLeavesAreThose(Growing now) {
        TileSource source = new TileSource(now.size, this::tile);
        long first = now.size / Tile.WIDTH * Tile.WIDTH;
        for (int i = 0; i < now.bundle.size(); i++) {
            if (!source.hash(0, first + i).equals(Hash.leaf(now.bundle.get(i)))) {
                return false;
            }
        }
        return first + now.bundle.size() == now.size;
    }

    /** An empty folder, or one that does not fit: everything is made again, and counts only if it comes to the same. */
    private Optional<Growing> fromLeaves(TreeHead signed) {
        growing = Optional.of(new Growing(new Growth(), 0));
        grow(signed.size());
        return growing;
    }

    /** The tree of a size, read from the tiles. */
    Tree tree(long size) {
        return new Tree(size, new TileSource(size, this::tile));
    }

    private Tile tile(TilePath path) {
        return folder.read(path)
                .map(Tile::new)
                .orElseThrow(() -> new IllegalStateException("the log's file " + path + " is missing"));
    }
}

package org.lacuna.ledger.merkle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path under {@code tile/} names (C2SP tlog-tiles): hashes of a level, or the entries themselves.
 *
 * @param level 0 for the hashes of leaves, 1 for those of whole tiles of level 0, and so on; {@link #ENTRIES} for entries
 * @param index of the tile in its level, from 0
 * @param width how many hashes or entries; {@value Tile#WIDTH} for a full one
 */
public record TilePath(int level, long index, int width) {
    /** The level that stands for the entries. */
    public static final int ENTRIES = -1;

    private static final int HIGHEST_LEVEL = 63;
    private static final int GROUP = 1000;
    /** Up to eighteen digits: no tree that a size of 63 bits can have needs more. */
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException(
                    "there is no tile of level " + level + ", index " + index + ", width " + width);
        }
    }

    /** Reads a path in its one form; empty for anything else. */
    public static Optional<TilePath> parse(String path) {
        Matcher found = FORM.matcher(path);
        if (!found.matches()) {
            return Optional.empty();
        }
        int level = found.group(1).equals("entries") ? ENTRIES : Integer.parseInt(found.group(1));
        long index = Long.parseLong(found.group(2).replaceAll("[x/]", ""));
        int width = Optional.ofNullable(found.group(3)).map(Integer::parseInt).orElse(Tile.WIDTH);
        boolean one = found.group(3) == null || width < Tile.WIDTH;
        return Optional.of(path)
                .filter(any -> one && level <= HIGHEST_LEVEL)
                .map(any -> new TilePath(level, index, width))
                .filter(read -> read.toString().equals(path));
    }

    /** Whether it holds all it can ever hold. */
    public boolean full() {
        return width == Tile.WIDTH;
    }

    /** The full tile of the same place. */
    public TilePath whole() {
        return new TilePath(level, index, Tile.WIDTH);
    }

    /** Whether a tree of this size has so many hashes here. */
    public boolean within(long size) {
        return width <= Tile.width(Math.max(level, 0), index, size);
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + path + (full() ? "" : ".p/" + width);
    }
}

package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Growth;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Reads the whole log of this node again: do bundles, tiles and leaves of the database come to what was signed? Whatever
 * does not is named; what it finds it never mends.
 */
@ApplicationScoped
public class LogCheck {
    private final PublicLog log;
    private final LogQueries queries;
    private final LogFolder folder;
    private final LogAlarm alarm;
    private final KnownKeys keys;
    private final LogSettings settings;
    private final ThisProcess process;

    LogCheck(
            PublicLog log,
            LogQueries queries,
            LogFolder folder,
            LogAlarm alarm,
            KnownKeys keys,
            LogSettings settings,
            ThisProcess process) {
        this.settings = settings;
        this.process = process;
        this.log = log;
        this.queries = queries;
        this.folder = folder;
        this.alarm = alarm;
        this.keys = keys;
    }

    /** How often it is to be done here; empty where no log is kept. */
    public Optional<Duration> every() {
        return Optional.of(settings.checkEvery()).filter(any -> settings.works() && process.plays(Role.PUBLIC));
    }

    /** Is handed the entries that were hashed, in their order. */
    @FunctionalInterface
    public interface Entries {
        /** @param first position of the first of them */
        void read(long first, List<byte[]> entries);
    }

    /** What is published now: to be asked before anything that {@link #check} is compared with is read. */
    public TreeHead published() {
        return log.head();
    }

    /** How many leaves there are, integrated or not. */
    public long leaves() {
        return queries.leaves();
    }

    /** Leaves as the database has them, whether they are integrated or not. */
    public Map<Long, byte[]> stored(long from, long upTo) {
        return queries.entriesAt(from, upTo);
    }

    /**
     * Checks everything below a checkpoint that was published.
     *
     * @param entries is told them as the files hold them
     * @param wrong is told what does not fit, in words
     */
    public void check(TreeHead published, Entries entries, Consumer<String> wrong) {
        Growth growth = new Growth();
        long size = 0;
        for (long index = 0; index * Tile.WIDTH < published.size(); index++) {
            long first = index * Tile.WIDTH;
            int width = Tile.width(0, index, published.size());
            Map<Long, byte[]> stored = queries.entriesAt(first, first + width);
            List<byte[]> bundle = bundle(new TilePath(TilePath.ENTRIES, index, width), stored, wrong);
            compare(new TilePath(0, index, width), bundle, stored, wrong);
            Map<Long, Hash> roots = queries.roots(first, first + width);
            for (byte[] entry : bundle) {
                growth.append(Hash.leaf(entry));
                Hash signed = roots.remove(++size);
                if (signed != null && !signed.equals(growth.head().root())) {
                    wrong.accept("the checkpoint of " + size + " entries is another in the database than they come to");
                }
            }
            compare(published, growth.changed(), wrong);
            entries.read(first, bundle);
        }
        if (!growth.head().equals(published)) {
            wrong.accept("the entries do not come to the root that was signed for " + published.size() + " of them");
        }
        checkpoint(published, wrong);
    }

    private void checkpoint(TreeHead published, Consumer<String> wrong) {
        if (published.size() == 0) {
            return;
        }
        Optional<LogQueries.Signed> signed = queries.checkpoint(published.size());
        if (!signed.map(LogQueries.Signed::head).equals(Optional.of(published))) {
            wrong.accept("the database knows no such checkpoint of " + published.size() + " entries");
            return;
        }
        SignedNote note = SignedNote.parse(signed.get().note());
        if (!keys.signed(note, signed.get().origin())) {
            wrong.accept("the checkpoint of " + published.size() + " entries is not signed with a key of this service");
        }
        Optional<byte[]> file = folder.checkpointFile();
        if (log.head().equals(published)
                && !file.filter(bytes -> Arrays.equals(bytes, note.bytes())).isPresent()) {
            wrong.accept("the file checkpoint is not the one that was signed for " + published.size() + " entries");
        }
    }

    /** Raises the alarm that operators watch, or ends it. */
    public void tell(List<String> wrong) {
        alarm.found(wrong);
    }

    /** What the files hold; where they do not read, what the database holds, so that the rest can still be compared. */
    private List<byte[]> bundle(TilePath path, Map<Long, byte[]> stored, Consumer<String> wrong) {
        try {
            List<byte[]> entries = folder.read(path).map(Bundle::read).orElse(List.of());
            if (entries.size() == path.width()) {
                return entries;
            }
        } catch (IllegalArgumentException cutOff) {
            // told below
        }
        wrong.accept("the file " + path + " does not hold " + path.width() + " entries");
        return new ArrayList<>(new TreeMap<>(stored).values());
    }

    /** Where file and database differ, the tile of hashes says which of them is another than before; the other goes on. */
    private void compare(TilePath hashes, List<byte[]> bundle, Map<Long, byte[]> stored, Consumer<String> wrong) {
        long first = hashes.index() * Tile.WIDTH;
        for (int i = 0; i < bundle.size(); i++) {
            byte[] found = stored.get(first + i);
            if (found == null) {
                wrong.accept("entry " + (first + i) + " is gone from the database");
            } else if (!Arrays.equals(bundle.get(i), found)) {
                if (stands(hashes, i, Hash.leaf(found))) {
                    TilePath file = new TilePath(TilePath.ENTRIES, hashes.index(), hashes.width());
                    wrong.accept("the file " + file + " has another entry " + (first + i) + " than the log");
                    bundle.set(i, found);
                } else {
                    wrong.accept("entry " + (first + i) + " is another in the database than in the log");
                }
            }
        }
    }

    private boolean stands(TilePath hashes, int at, Hash leaf) {
        return folder.read(hashes)
                .filter(bytes -> bytes.length >= (at + 1) * Hash.BYTES)
                .map(bytes -> new Hash(Arrays.copyOfRange(bytes, at * Hash.BYTES, (at + 1) * Hash.BYTES)))
                .filter(leaf::equals)
                .isPresent();
    }

    private void compare(TreeHead published, Map<TilePath, byte[]> tiles, Consumer<String> wrong) {
        tiles.forEach((path, bytes) -> {
            boolean last = path.full() || !path.whole().within(published.size());
            if (path.within(published.size())
                    && last
                    && !folder.read(path)
                            .filter(found -> Arrays.equals(found, bytes))
                            .isPresent()) {
                wrong.accept("the file " + path + " is not what the entries come to");
            }
        });
    }
}

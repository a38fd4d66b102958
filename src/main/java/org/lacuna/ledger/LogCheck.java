package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Growth;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TreeHead;
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
    private final LogSettings settings;
    private final ThisProcess process;

    LogCheck(
            PublicLog log,
            LogQueries queries,
            LogFolder folder,
            LogAlarm alarm,
            LogSettings settings,
            ThisProcess process) {
        this.settings = settings;
        this.process = process;
        this.log = log;
        this.queries = queries;
        this.folder = folder;
        this.alarm = alarm;
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

    /**
     * Checks everything below the published checkpoint.
     *
     * @param entries is told them as the files hold them
     * @param wrong is told what does not fit, in words
     */
    public void check(Entries entries, Consumer<String> wrong) {
        TreeHead published = log.head();
        Growth growth = new Growth();
        for (long index = 0; index * Tile.WIDTH < published.size(); index++) {
            int width = Tile.width(0, index, published.size());
            List<byte[]> stored = queries.entries(index * Tile.WIDTH, index * Tile.WIDTH + width);
            List<byte[]> bundle = bundle(new TilePath(TilePath.ENTRIES, index, width), stored, wrong);
            compare(index * Tile.WIDTH, bundle, stored, wrong);
            bundle.forEach(entry -> growth.append(Hash.leaf(entry)));
            compare(growth.changed(), wrong);
            entries.read(index * Tile.WIDTH, bundle);
        }
        if (!growth.head().equals(published)) {
            wrong.accept("the entries do not come to the root that was signed for " + published.size() + " of them");
        }
        Optional<TreeHead> signed = queries.checkpoint(published.size()).map(LogQueries.Signed::head);
        if (published.size() > 0 && !signed.equals(Optional.of(published))) {
            wrong.accept("the database knows no such checkpoint of " + published.size() + " entries");
        }
    }

    /** Raises the alarm that operators watch, or ends it. */
    public void tell(List<String> wrong) {
        if (wrong.isEmpty()) {
            alarm.quiet(LogAlarm.SELF_CHECK);
        } else {
            alarm.raise(LogAlarm.SELF_CHECK, wrong.size() + " things do not fit: " + String.join("; ", wrong));
        }
    }

    /** What the files hold; where they do not read, what the database holds, so that the rest can still be compared. */
    private List<byte[]> bundle(TilePath path, List<byte[]> stored, Consumer<String> wrong) {
        try {
            List<byte[]> entries = folder.read(path).map(Bundle::read).orElse(List.of());
            if (entries.size() == path.width()) {
                return entries;
            }
        } catch (IllegalArgumentException cutOff) {
            // told below
        }
        wrong.accept("the file " + path + " does not hold " + path.width() + " entries");
        return stored;
    }

    private static void compare(long first, List<byte[]> bundle, List<byte[]> stored, Consumer<String> wrong) {
        for (int i = 0; i < bundle.size(); i++) {
            if (i >= stored.size() || !Arrays.equals(bundle.get(i), stored.get(i))) {
                wrong.accept("entry " + (first + i) + " is another in the database than in the log");
            }
        }
    }

    private void compare(Map<TilePath, byte[]> tiles, Consumer<String> wrong) {
        new ArrayList<>(tiles.entrySet())
                .stream()
                        .filter(tile -> tile.getKey().within(log.head().size()))
                        .filter(tile -> tile.getKey().full()
                                || !tile.getKey().whole().within(log.head().size()))
                        .filter(tile -> !folder.read(tile.getKey())
                                .filter(bytes -> Arrays.equals(bytes, tile.getValue()))
                                .isPresent())
                        .forEach(
                                tile -> wrong.accept("the file " + tile.getKey() + " is not what the entries come to"));
    }
}

package org.lacuna.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.lacuna.shared.Digest;
import org.lacuna.shared.InvalidFile;

/**
 * Every platform that has a definition: those of {@code crawlers/} as built in, and an operator's own. One wrong file of
 * the build and Lacuna does not start, since a crawler that silently forgets a platform would look like a platform where
 * nothing happens. A wrong file of the operator is left out, or at a later reading leaves everything as it was; the log
 * says so.
 *
 * <p>All that is asked in one call is answered from one snapshot. Whoever asks twice may see a reload between.
 */
@Startup
@Singleton
public class Platforms {
    /** The definition for URLs of no platform that we know: it can read only what HTTP itself says. */
    public static final String ANY_SITE = "any-site";

    private static final Logger LOG = Logger.getLogger(Platforms.class);

    private final SnapshotReader reader;
    private final Optional<OperatorFolder> folder;
    private final Runnable countRefused;
    private final Set<String> toldReplaced = new HashSet<>();
    private volatile Snapshot snapshot;
    private volatile Map<Path, String> stamps = Map.of();
    private Digest content = Digest.of("");
    private boolean settled;

    /**
     * Reads the folder that was built in, and that of the operator beside it.
     *
     * @throws InvalidFile if a file of the build does not say what the format allows
     */
    @Inject
    Platforms(CrawlersSettings settings, MeterRegistry meters) {
        this(Optional.of(settings.directory()), refused(meters)::increment);
    }

    /** Reads the folder that was built in, alone. */
    public Platforms() {
        this(Optional.empty(), () -> {});
    }

    /** Reads the folder that was built in, and this one as an operator's. */
    public static Platforms with(Path folder) {
        return new Platforms(Optional.of(folder), () -> {});
    }

    Platforms(Optional<Path> folder, Runnable countRefused) {
        this.reader = new SnapshotReader(CrawlerFolder.onClassPath());
        this.folder = folder.map(OperatorFolder::new);
        this.countRefused = countRefused;
        SnapshotReader.Result first = reader.read(look(), Optional.of(wrong -> complain(List.of(wrong))));
        snapshot = first.snapshot();
        complain(first.refused());
        tellReplaced(first.replaced());
    }

    Platforms(List<Definition> definitions) {
        this.reader = new SnapshotReader(new CrawlerFolder(List.of()));
        this.folder = Optional.empty();
        this.countRefused = () -> {};
        this.snapshot = new Snapshot(definitions, List.of(), List::of);
    }

    private static Counter refused(MeterRegistry meters) {
        return Counter.builder("lacuna.definitions.refused")
                .description("files of definitions that could not be used, each time they were read")
                .register(meters);
    }

    /** All platforms of the build and of the operator, by id; none that was imported. */
    public List<Platform> all() {
        return snapshot.all();
    }

    /** What was made from the rules of others: enough to look at one page, never to conclude anything. */
    public List<Platform> imported() {
        return snapshot.imported();
    }

    /** All definitions of the build and of the operator with their examples, by id. */
    public List<Definition> definitions() {
        return snapshot.definitions();
    }

    /** Any platform, an imported one as well. */
    public Optional<Platform> find(String id) {
        return snapshot.find(id);
    }

    /**
     * The platform whose host this URL has, exactly, an imported one only if no other claims the host; empty for any
     * other host and for anything but http and https.
     */
    public Optional<Recognised> recognise(URI url) {
        return snapshot.recognise(url);
    }

    /**
     * Reads all definitions again. If anything is wrong, all stay as they were, so that what goes together is never
     * mixed from two versions.
     */
    public synchronized Reloaded reload() {
        SnapshotReader.Result read = reader.read(look(), Optional.empty());
        if (!read.refused().isEmpty()) {
            complain(read.refused());
            LOG.error("the definitions stay as they were before");
            return Reloaded.refused(
                    read.refused().stream().map(InvalidFile::getMessage).toList());
        }
        Reloaded reloaded = Reloaded.between(snapshot, read.snapshot());
        snapshot = read.snapshot();
        tellReplaced(read.replaced());
        if (reloaded.anything()) {
            LOG.infof(
                    "definitions read again: %d added, %d removed, %d changed",
                    reloaded.added().size(),
                    reloaded.removed().size(),
                    reloaded.changed().size());
        }
        return reloaded;
    }

    /**
     * The same if the operator's folder is another one than at the last reading. Meant to be called often: while files
     * have the same sizes and times it reads none of them. The first call after a change reads once more, because a file
     * may change twice within one tick of its clock.
     */
    public synchronized Reloaded reloadIfChanged() {
        if (folder.isEmpty()) {
            return Reloaded.NOTHING;
        }
        boolean same = folder.get().stamps().equals(stamps);
        if (same && settled) {
            return Reloaded.NOTHING;
        }
        Digest before = content;
        Digest now = folder.get().read().digest();
        if (now.equals(before)) {
            stamps = folder.get().stamps();
            settled = same;
            return Reloaded.NOTHING;
        }
        return reload();
    }

    /** Stamps are taken first: what changes while we read is read again. */
    private OperatorFolder.Content look() {
        if (folder.isEmpty()) {
            return new OperatorFolder.Content(List.of(), List.of(), List.of());
        }
        stamps = folder.get().stamps();
        settled = false;
        OperatorFolder.Content found = folder.get().read();
        content = found.digest();
        return found;
    }

    private void complain(List<InvalidFile> refused) {
        refused.forEach(wrong -> {
            countRefused.run();
            LOG.errorf("a definition cannot be used: %s", wrong.getMessage());
        });
    }

    private void tellReplaced(List<String> ids) {
        ids.stream()
                .filter(toldReplaced::add)
                .forEach(id -> LOG.infof("the operator's definition of %s replaces the built-in one", id));
    }
}

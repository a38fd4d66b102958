package org.lacuna.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.lacuna.shared.Role;
import org.lacuna.shared.SafeFile;
import org.lacuna.shared.ThisProcess;

/**
 * Brings into order the files of processes that died while they wrote: cuts what is behind the last whole exchange,
 * indexes the exchanges whose rows are missing, and gives the file its lasting name. Files of the living are left alone.
 */
@ApplicationScoped
public class RepairEvidence {
    private static final Logger LOG = Logger.getLogger(RepairEvidence.class);

    private final Path directory;
    private final CaptureIndex index;

    @Inject
    RepairEvidence(EvidenceSettings settings, CaptureIndex index) {
        this(settings.directory(), index);
    }

    RepairEvidence(Path directory, CaptureIndex index) {
        this.directory = directory;
        this.index = index;
    }

    void atStart(@Observes StartupEvent start, ThisProcess process) {
        if (process.plays(Role.CRAWLER)) {
            repair();
        }
    }

    /** Repairs what needs it. A file that cannot be repaired is told in the log and left as it is. */
    public void repair() {
        for (Path open : leftOpen()) {
            try {
                repair(open);
            } catch (IOException | RuntimeException failed) {
                LOG.errorf(
                        failed,
                        "expected to repair %s, which a process left open, and could not; the next start tries again",
                        open);
            }
        }
    }

    private List<Path> leftOpen() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(WarcFile.OPEN)).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.errorf("expected to look through %s for files left open, and could not read it", directory);
            return List.of();
        }
    }

    private void repair(Path open) throws IOException {
        Optional<Claim> claim = Claim.tryTake(open);
        if (claim.isEmpty()) {
            return;
        }
        try (Claim held = claim.get()) {
            if (Files.exists(open)) {
                bringIntoOrder(open, Place.done(open));
            }
        }
    }

    private void bringIntoOrder(Path open, Path done) throws IOException {
        String name = directory.relativize(done).toString().replace('\\', '/');
        // what is indexed is never cut, even if a disk has since damaged it
        long indexed = index.indexedUpTo(name);
        long size = Files.size(open);
        if (indexed > size) {
            LOG.errorf(
                    "expected at least %s bytes in %s, found %s: evidence is lost; bring the file back from a backup",
                    indexed, name, size);
        }
        long whole = new Reindexing(index).reindex(open, name, indexed);
        if (whole == 0) {
            Files.delete(open);
            return;
        }
        if (whole < size) {
            cut(open, whole);
            LOG.infof("%s was left open; %s bytes of no whole exchange are cut from its end", name, size - whole);
        }
        SafeFile.rename(open, done);
    }

    private static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(length);
            cut.getFD().sync();
        }
    }
}

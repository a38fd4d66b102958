package org.lacuna.page;

import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.lacuna.shared.SafeFile;

/** Where bodies too long for memory lie while they arrive, how many there may be, and how slowly they may come. */
@ApplicationScoped
class Spills {
    private static final Logger LOG = Logger.getLogger(Spills.class);

    /** How often it is looked whether a body still moves. */
    static final Duration PACE = Duration.ofMinutes(1);

    /** Half a kilobyte a second: Tor on a bad day is faster, and who only wants to hold a place has to pay for it. */
    static final int LEAST_PER_PACE = 30 * 1024;

    private final Path folder;
    private final PageSettings settings;
    private final BodyRefusals refusals;
    private final RoomForBodies<ArrivingSpill> room;

    Spills(PageSettings settings, BodyRefusals refusals) {
        this.folder = settings.spills();
        this.settings = settings;
        this.refusals = refusals;
        this.room = new RoomForBodies<>(settings.spillsMostBytes());
    }

    /** What a killed process left behind cannot be read any more by anybody; it goes. */
    void clear(@Observes StartupEvent started) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.spill")) {
            for (Path spill : left) {
                Files.deleteIfExists(spill);
            }
        } catch (IOException locked) {
            throw new UncheckedIOException("could not empty " + folder, locked);
        }
    }

    void receive(RoutingContext asked) {
        if (room.count() >= settings.spillsAtOnce()) {
            refusals.answer(asked, BodyRefused.BUSY, BodyRefused.RETRY_AFTER_SECONDS);
            asked.request().connection().close();
        } else {
            new ArrivingSpill(asked, this).begin();
        }
    }

    Spill make() throws IOException {
        SafeFile.makeFolder(folder);
        return Spill.in(folder);
    }

    void drop(Spill spill) {
        try {
            spill.close();
        } catch (IOException stillThere) {
            LOG.warn("a spilled body could not be removed; it cannot be read, and goes at the next start");
        }
    }

    RoomForBodies<ArrivingSpill> room() {
        return room;
    }

    BodyRefusals refusals() {
        return refusals;
    }

    Duration deadline() {
        return settings.spillDeadline();
    }

    long mostBytes() {
        return settings.spillMostBytes();
    }
}

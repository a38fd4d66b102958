package org.lacuna.publication.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.lacuna.ledger.ServiceKey;
import org.lacuna.shared.SafeFile;

/**
 * Makes sets. A set is announced first, under the lock that every redaction holds until it is done; what is redacted from
 * then on marks it, and a set that was marked while it was made is thrown away and begun again. So no set that is served
 * holds what was redacted, whatever happens at the same time.
 */
@ApplicationScoped
class MakeSets {
    private static final Logger LOG = Logger.getLogger(MakeSets.class);

    private final MakingQueries making;
    private final SetQueries sets;
    private final Shelf shelf;
    private final ServiceKey key;
    private final Clock clock;

    MakeSets(MakingQueries making, SetQueries sets, Shelf shelf, ServiceKey key, Clock clock) {
        this.making = making;
        this.sets = sets;
        this.shelf = shelf;
        this.key = key;
        this.clock = clock;
    }

    /** A new set of the record as it stands, unless the latest tells that already; by whoever has the turn. */
    String make() {
        sweep();
        for (; ; ) {
            Optional<BulkSet> latest = sets.latest();
            if (latest.isPresent() && latest.get().sequence() == sets.lastSequence()) {
                return latest.get().name();
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            Optional<String> made = attempt(() -> announce(today, Optional.empty(), Optional.empty()));
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /** The same moment again without what was redacted, for every set that held it; by whoever has the turn. */
    int replaceWithdrawn() {
        sweep();
        int replaced = 0;
        for (List<SetQueries.Old> left = sets.toReplace(); !left.isEmpty(); left = sets.toReplace()) {
            SetQueries.Old old = left.get(0);
            if (attempt(() -> announce(old.day(), Optional.of(old.sequence()), Optional.of(old.name())))
                    .isPresent()) {
                replaced++;
            }
        }
        return replaced;
    }

    /** Writes the files of the record as it stands into a folder, for nobody but whoever asked. */
    List<BulkFile> into(Path folder, Set<Format> formats) throws IOException {
        SafeFile.makeFolder(folder);
        long sequence = sets.lastSequence();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return write(folder, new Told(name(today, sequence, 0), today, sequence, now, Optional.empty()), formats);
    }

    private interface Announcing {
        Told announce();
    }

    /** Empty if something was redacted meanwhile. */
    private Optional<String> attempt(Announcing announcing) {
        Told told = QuarkusTransaction.requiringNew().call(announcing::announce);
        boolean finished = false;
        try {
            List<BulkFile> files = write(shelf.draft(told.name()), told, SetWriter.everything());
            shelf.place(told.name());
            finished = QuarkusTransaction.requiringNew().call(() -> sets.finish(told.name(), files, clock.instant()));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the bulk files " + told.name() + " could not be written: " + failed.getMessage(), failed);
        } finally {
            if (!finished) {
                sets.forget(told.name());
                clear(told.name());
            }
        }
        return finished ? Optional.of(told.name()) : Optional.empty();
    }

    /** What cannot be removed now is served by nobody, and swept away before the next set is made. */
    private void clear(String name) {
        try {
            shelf.remove(name);
        } catch (UncheckedIOException refused) {
            LOG.warnf("what was written of the bulk files %s is left for now: %s", name, refused.getMessage());
        }
    }

    private Told announce(LocalDate day, Optional<Long> at, Optional<String> replaces) {
        sets.lockPublication();
        if (!sets.projected()) {
            throw new IllegalStateException(
                    "expected all versions of cases to be projected, found some that are not yet;"
                            + " bulk files are made when they are");
        }
        long sequence = at.orElseGet(sets::lastSequence);
        int revision = sets.revisions(day, sequence);
        Instant now = clock.instant();
        String name = name(day, sequence, revision);
        sets.start(name, day, sequence, revision, replaces, now);
        return new Told(name, day, sequence, now, replaces.map(old -> new BulkSet.Replaced(old, sets.digests(old))));
    }

    private List<BulkFile> write(Path folder, Told told, Set<Format> formats) throws IOException {
        try (SetWriter writer = new SetWriter(folder, told, formats)) {
            making.documents(told.sequence(), writer::add);
            return writer.finish(key::sign);
        }
    }

    private void sweep() {
        sets.forgetUnfinished();
        shelf.sweep(sets.served().stream().map(BulkSet::name).collect(Collectors.toSet()));
    }

    private static String name(LocalDate day, long sequence, int revision) {
        return day + "-" + sequence + (revision == 0 ? "" : "-r" + revision);
    }
}

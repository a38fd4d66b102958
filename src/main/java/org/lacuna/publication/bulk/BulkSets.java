package org.lacuna.publication.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record as files. What this hands out was whole, on the disk and free of everything redacted at the moment it was
 * asked for; ask again for every request.
 */
@ApplicationScoped
public class BulkSets {
    private final SetQueries sets;
    private final MakingQueries making;
    private final MakeSets makeSets;
    private final Shelf shelf;
    private final BulkSettings settings;
    private final Clock clock;

    BulkSets(
            SetQueries sets, MakingQueries making, MakeSets makeSets, Shelf shelf, BulkSettings settings, Clock clock) {
        this.sets = sets;
        this.making = making;
        this.makeSets = makeSets;
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A set that was served once.
     *
     * @param redacted whether something it held was redacted; else it was too old to be kept
     * @param replacedBy the set of the same moment without that, once it is made
     */
    public record Gone(String name, boolean redacted, Optional<String> replacedBy) {}

    /** All that are served, newest first. */
    public List<BulkSet> all() {
        return sets.served();
    }

    /** The newest. */
    public Optional<BulkSet> latest() {
        return sets.latest();
    }

    /**
     * The newest that tells of the record as it stood by the end of a day (UTC); made anew later, if something it held was
     * redacted.
     */
    public Optional<BulkSet> latest(LocalDate asOf) {
        return sets.latest(Optional.of(asOf));
    }

    /** The set of this name, while it is served. */
    public Optional<BulkSet> find(String name) {
        return sets.served(name);
    }

    /** What became of a set that is served no more. */
    public Optional<Gone> gone(String name) {
        return sets.gone(name).map(gone -> new Gone(gone.name(), gone.withdrawn(), gone.replacedBy()));
    }

    /** Where the bytes of a file lie. */
    public Path place(BulkSet set, BulkFile file) {
        return shelf.file(set.name(), file.name());
    }

    /** Wants a new set; a process that answers the public makes it soon. */
    public void order() {
        sets.order(clock.instant());
    }

    /**
     * Makes a set of the record as it stands, unless the latest tells that already.
     *
     * @return its name; empty while another process is making one
     * @throws java.io.UncheckedIOException if it cannot be written; nothing of it stays then
     */
    public Optional<String> make() {
        try (MakingQueries.Turn turn = making.turn().orElse(null)) {
            return Optional.ofNullable(turn).map(mine -> {
                makeSets.replaceWithdrawn();
                return makeSets.make();
            });
        }
    }

    /**
     * Writes the files of the record into a folder, in these formats; they are served by nobody, and what is redacted later
     * stays in them.
     */
    public List<BulkFile> into(Path folder, Set<Format> formats) throws IOException {
        return makeSets.into(folder, formats);
    }

    /** Takes the bytes away that nobody is served any more. */
    public void drop() {
        sets.notServed().forEach(shelf::remove);
    }

    /**
     * What there is to do: replaces what was redacted, makes what was ordered, ends what is old, takes bytes away. Another
     * process that does so at the same moment does no harm.
     */
    public void tidy() {
        drop();
        boolean due = sets.ordered() || sets.latest().isEmpty() && sets.lastSequence() > 0;
        if (!sets.projected() || !due && sets.toReplace().isEmpty()) {
            return;
        }
        try (MakingQueries.Turn turn = making.turn().orElse(null)) {
            if (turn == null) {
                return;
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            sets.expire(today.minusDays(settings.keepDays()), clock.instant());
            makeSets.replaceWithdrawn();
            if (due) {
                makeSets.make();
                sets.ordersDone();
            }
            drop();
        }
    }
}

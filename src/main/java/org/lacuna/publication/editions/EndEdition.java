package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.PublicEdition;
import org.lacuna.publication.PublishEdition;

/** Puts a tombstone in the place of an edition: its bytes go, its digests stay, and the change feed says so. */
@ApplicationScoped
class EndEdition {
    private final WriteQueries write;
    private final PublishEdition publish;
    private final Clock clock;

    EndEdition(WriteQueries write, PublishEdition publish, Clock clock) {
        this.write = write;
        this.publish = publish;
        this.clock = clock;
    }

    void redacted(EditionQueries.Known known) {
        end(known, Edition.State.REDACTED.word());
    }

    void withdrawn(EditionQueries.Known known) {
        end(known, Edition.State.WITHDRAWN.word());
    }

    private void end(EditionQueries.Known known, String reason) {
        Edition edition = known.edition();
        Optional<Long> change = known.published()
                ? Optional.of(publish.ended((at, sequence) -> document(edition, "", Optional.of(reason), at, sequence)))
                : Optional.empty();
        write.end(edition.report(), edition.number(), reason, clock.instant(), change);
        write.dropBodies(edition.report(), edition.number());
        write.noDoubt(edition.report(), edition.number());
    }

    static PublicEdition document(Edition edition, String notes, Optional<String> gone, Instant at, long sequence) {
        List<PublicEdition.File> files = edition.files().stream()
                .map(file -> new PublicEdition.File(file.format(), file.media(), file.bytes(), file.digest()))
                .toList();
        return new PublicEdition(
                "edition",
                edition.name(),
                edition.report(),
                edition.number(),
                edition.title(),
                edition.day(),
                edition.sequence(),
                edition.replaces(),
                notes,
                files,
                gone,
                at,
                sequence);
    }
}

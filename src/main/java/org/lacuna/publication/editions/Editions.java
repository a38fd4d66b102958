package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.Document;

/**
 * The editions that readers may see. What this hands out was published by an editor and free of everything redacted at the
 * moment it was asked for; ask again for every request.
 */
@ApplicationScoped
public class Editions {
    private static final int MOST = 1000;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final EditionQueries queries;
    private final WriteQueries write;
    private final Clock clock;

    Editions(EditionQueries queries, WriteQueries write, Clock clock) {
        this.queries = queries;
        this.write = write;
        this.clock = clock;
    }

    /** All editions of a report that were published, latest first, with what is left of those that have ended. */
    public List<Edition> of(String report) {
        return editions(queries.published(Optional.of(report), MOST));
    }

    /**
     * The latest edition that is served.
     *
     * @param report of this report alone; of any, if it is empty
     * @param asOf of those that were published at the end of this day (UTC), if there is one
     */
    public Optional<Edition> latest(Optional<String> report, Optional<LocalDate> asOf) {
        return editions(queries.served(report, asOf.map(Editions::end).orElse(NEVER), 1)).stream()
                .findFirst();
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** An edition that was published, or what is left of it. */
    public Optional<Edition> find(String report, int number) {
        return queries.find(report, number)
                .filter(EditionQueries.Known::published)
                .map(EditionQueries.Known::edition);
    }

    /** The bytes of a file of a published edition; empty while it is in doubt, and for ever when it has ended. */
    public Optional<byte[]> body(String report, int number, String format) {
        return find(report, number)
                .filter(edition -> edition.state().whole())
                .flatMap(edition -> queries.body(report, number, format));
    }

    /** The document of an edition, as the change feed names it: what was published, also when it has ended since. */
    public Optional<Document> document(String report, int number) {
        return find(report, number).flatMap(Edition::change).flatMap(queries::document);
    }

    /**
     * What the change feed last said of an edition.
     *
     * @param gone whether it has ended; the document is its tombstone then
     */
    public record Version(Document document, boolean gone) {}

    /**
     * An edition's document as it is handed out; as it stood at the end of a day (UTC), where one is asked for.
     *
     * @param name report and number, as in URLs
     */
    public Optional<Version> version(String name, Optional<LocalDate> asOf) {
        return queries.version(name, asOf.map(Editions::end).orElse(NEVER));
    }

    /**
     * Wants an edition; a process that answers the public makes it soon.
     *
     * @throws IllegalArgumentException for a day that is not over
     */
    @Transactional
    public void order(String report, LocalDate day, Optional<Integer> replaces) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!day.isBefore(today)) {
            throw new IllegalArgumentException("expected a day before today, " + today + ", found " + day);
        }
        write.order(new EditionOrder(report, day, Optional.empty(), replaces, Optional.empty()), clock.instant());
    }

    private static List<Edition> editions(List<EditionQueries.Known> known) {
        return known.stream().map(EditionQueries.Known::edition).toList();
    }
}

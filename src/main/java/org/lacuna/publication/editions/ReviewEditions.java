package org.lacuna.publication.editions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lacuna.publication.PublishEdition;

/** What editors do with editions. Whoever asks has checked who they are, and writes down what they did. */
@ApplicationScoped
public class ReviewEditions {
    private final EditionQueries queries;
    private final WriteQueries write;
    private final EndEdition end;
    private final PublishEdition publish;
    private final Clock clock;

    ReviewEditions(EditionQueries queries, WriteQueries write, EndEdition end, PublishEdition publish, Clock clock) {
        this.queries = queries;
        this.write = write;
        this.end = end;
        this.publish = publish;
        this.clock = clock;
    }

    /** Drafts first, then everything else, latest first. */
    public List<Edition> all(int most) {
        return queries.atTheDesk(most).stream()
                .map(EditionQueries.Known::edition)
                .toList();
    }

    /** Any edition, public or not. */
    public Optional<Edition> find(String report, int number) {
        return queries.find(report, number).map(EditionQueries.Known::edition);
    }

    /** The bytes of a file, public or not, while they are there. */
    public Optional<byte[]> body(Edition edition, String format) {
        return queries.body(edition.report(), edition.number(), format);
    }

    /**
     * Publishes a draft: from then on its digests are part of the change feed.
     *
     * @param notes what readers are told with it
     * @return whether it was a draft until now
     */
    @Transactional
    public boolean publish(String report, int number, String notes) {
        return decide(report, number, draft -> {
            long change = publish.published(
                    (at, sequence) -> EndEdition.document(draft, notes, Optional.empty(), at, sequence));
            write.review(report, number, "published", notes, clock.instant(), Optional.of(change));
        });
    }

    /**
     * Lets a draft not pass; its bytes are forgotten.
     *
     * @return whether it was a draft until now
     */
    @Transactional
    public boolean refuse(String report, int number, String notes) {
        return decide(report, number, draft -> {
            write.review(report, number, "refused", notes, clock.instant(), Optional.empty());
            write.dropBodies(report, number);
        });
    }

    /**
     * Takes back what was published; a tombstone with the digests of its files stays.
     *
     * @return whether it was public until now
     */
    @Transactional
    public boolean withdraw(String report, int number) {
        write.lockPublication();
        Optional<EditionQueries.Known> known = queries.find(report, number)
                .filter(EditionQueries.Known::published)
                .filter(each -> each.edition().ended().isEmpty());
        known.ifPresent(end::withdrawn);
        return known.isPresent();
    }

    private boolean decide(String report, int number, Consumer<Edition> decision) {
        // no redaction can come between the look and the decision, nor can another editor
        write.lockPublication();
        Optional<Edition> draft = find(report, number).filter(edition -> edition.state() == Edition.State.DRAFT);
        draft.ifPresent(decision);
        return draft.isPresent();
    }
}

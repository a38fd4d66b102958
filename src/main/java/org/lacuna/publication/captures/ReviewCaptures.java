package org.lacuna.publication.captures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.cases.RecordChanged;
import org.lacuna.cases.Vocabulary;
import org.lacuna.evidence.EvidenceDamaged;
import org.lacuna.evidence.OpenedCopy;
import org.lacuna.evidence.PublicCopy;
import org.lacuna.publication.CasesPublished;
import org.lacuna.shared.Digest;

/**
 * Where editors decide which captures the public may have a copy of. Only what a public case names can be decided about;
 * what is published is the copy that was looked at, byte by byte; and nothing that was redacted for good after somebody
 * looked stays public, wherever the capture is named.
 */
@ApplicationScoped
public class ReviewCaptures {
    private final ReviewQueries queries;
    private final PublicCopy copies;
    private final Event<RecordChanged> changed;

    ReviewCaptures(ReviewQueries queries, PublicCopy copies, Event<RecordChanged> changed) {
        this.queries = queries;
        this.copies = copies;
        this.changed = changed;
    }

    /** What an editor looks at before deciding. */
    public sealed interface Look {
        /**
         * The copy as it would be published.
         *
         * @param copy its digest
         * @param seen number of the last redaction before it was made
         * @param length of the WARC file, in bytes
         * @param headersLeftOut names of those that the copy does not have
         * @param replacements how often an address of ours was taken out of its body
         */
        record Copy(
                Digest copy,
                long seen,
                long length,
                OfWhat of,
                ShownCapture shown,
                List<String> headersLeftOut,
                int replacements)
                implements Look {}

        /** There is none, and this says why in a sentence or two. */
        record None(String why) implements Look {}
    }

    /** What a copy is of. */
    public record OfWhat(String asked, String url, String captured) {}

    /** What became of a decision. */
    public enum Done {
        /** It holds. */
        DONE,
        /** Something was redacted for good after it was looked at. */
        REDACTED_MEANWHILE,
        /** Nothing to decide: no public case names it, or it is not public anyway. */
        NOTHING_TO_DO
    }

    /** What public cases name, what waits for an editor first. */
    public List<ReviewedCapture> all(int limit) {
        return queries.all(limit);
    }

    /** One of them; empty if no public case names it. */
    public Optional<ReviewedCapture> find(Digest record) {
        return queries.find(record);
    }

    /** Makes the copy, to be looked at. It is kept nowhere. */
    public Look look(Digest record) {
        long seen = queries.lastRedaction();
        try {
            return copies.of(record)
                    .map(warc -> look(warc, seen))
                    .orElseGet(() -> new Look.None("We do not hold this capture any more, or never did: the index knows"
                            + " nothing of it. Only its digest is left."));
        } catch (EvidenceDamaged damaged) {
            return new Look.None("The capture cannot be read on this machine: its file is missing or damaged. Bring it"
                    + " back from a backup, or have the desk share the folder of evidence.");
        } catch (IllegalStateException ownAddressUnknown) {
            return new Look.None("It is not known under which address pages see us, so it could not be taken out of a"
                    + " copy. Whoever runs this server sets lacuna.evidence.own-addresses.");
        }
    }

    private Look look(byte[] warc, long seen) {
        OpenedCopy opened = OpenedCopy.of(warc);
        return new Look.Copy(
                Digest.of(warc),
                seen,
                warc.length,
                new OfWhat(
                        opened.asked().toASCIIString(),
                        opened.target().toASCIIString(),
                        opened.at().toString()),
                ShownCapture.of(opened),
                opened.headersLeftOut(),
                opened.replacements());
    }

    /** A copy that is ready to be published, made again from what is kept. */
    public static final class Prepared {
        private final Digest record;
        private final byte[] warc;

        private Prepared(Digest record, byte[] warc) {
            this.record = record;
            this.warc = warc;
        }
    }

    /**
     * Makes the copy once more; to be done outside of a transaction, since it can take a second.
     *
     * @param copy its digest, as it was shown
     * @return empty if it would be another one now, or cannot be made
     */
    public Optional<Prepared> prepare(Digest record, Digest copy) {
        try {
            return copies.of(record)
                    .filter(warc -> Digest.of(warc).equals(copy))
                    .map(warc -> new Prepared(record, warc));
        } catch (EvidenceDamaged | IllegalStateException cannotBeMade) {
            return Optional.empty();
        }
    }

    /**
     * Publishes the copy that somebody looked at.
     *
     * @param seen number of the last redaction then
     */
    @Transactional
    public Done publish(Prepared prepared, long seen, UUID editor, String why) {
        Digest record = prepared.record;
        queries.lock();
        if (queries.find(record).isEmpty()) {
            return Done.NOTHING_TO_DO;
        }
        if (seen < 0 || seen > queries.lastRedaction() || queries.redactedSince(record, seen)) {
            return Done.REDACTED_MEANWHILE;
        }
        Digest copy = Digest.of(prepared.warc);
        long decision = queries.decide(record, "publish", Optional.of(copy), Optional.empty(), why, seen, editor);
        queries.keep(record, prepared.warc, OpenedCopy.of(prepared.warc), decision);
        republish(queries.incidents(record));
        return Done.DONE;
    }

    /** Decides against a copy that is not public. */
    @Transactional
    public Done withhold(Digest record, UUID editor, String why) {
        queries.lock();
        boolean open = queries.find(record)
                .filter(found -> found.state() != ReviewedCapture.State.PUBLIC)
                .isPresent();
        if (!open) {
            return Done.NOTHING_TO_DO;
        }
        queries.decide(record, "withhold", Optional.empty(), Optional.empty(), why, queries.lastRedaction(), editor);
        return Done.DONE;
    }

    /**
     * Takes a public copy back, from everything.
     *
     * @param reason a word of {@link Vocabulary#REDACTIONS}, which the public reads
     */
    @Transactional
    public Done withdraw(Digest record, String reason, UUID editor, String why) {
        if (!Vocabulary.REDACTIONS.containsKey(reason)) {
            throw new IllegalArgumentException(
                    "expected a reason out of " + Vocabulary.REDACTIONS.keySet() + ", found '" + reason + "'");
        }
        queries.lock();
        boolean shown = queries.find(record)
                .filter(found -> found.state() == ReviewedCapture.State.PUBLIC)
                .isPresent();
        if (!shown) {
            return Done.NOTHING_TO_DO;
        }
        queries.decide(record, "withdraw", Optional.empty(), Optional.of(reason), why, queries.lastRedaction(), editor);
        queries.drop(record);
        republish(queries.incidents(record));
        return Done.DONE;
    }

    private void republish(List<String> incidents) {
        incidents.forEach(incident -> changed.fire(new RecordChanged(incident, Set.of())));
    }

    /** In the transaction of a redaction the bytes go, and every other document that offers them is written anew. */
    void dropRedacted(@Observes CasesPublished published) {
        queries.dropRedacted(published.slugs()).forEach(record -> republish(queries.offering(record)));
    }
}

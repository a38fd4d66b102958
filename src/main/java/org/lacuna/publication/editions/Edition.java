package org.lacuna.publication.editions;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Word;

/**
 * What was counted for a report at one change of the record, as files that never change.
 *
 * @param number from 1 within its report; drafts that were refused leave a gap
 * @param day the day (UTC) whose end it tells
 * @param sequence number of the last change of the record that counts
 * @param replaces the edition that it stands in for
 * @param replacedBy the published edition that stands in for it
 * @param notes what the editor who reviewed it tells readers
 * @param reviewed when it was published or refused
 * @param change its row of the change feed
 * @param files by their digests; their bytes are there unless it has ended
 */
@TemplateData
public record Edition(
        String report,
        int number,
        String title,
        LocalDate day,
        long sequence,
        Optional<Integer> replaces,
        Optional<Integer> replacedBy,
        Instant made,
        State state,
        String notes,
        Optional<Instant> reviewed,
        Optional<Long> change,
        Optional<Instant> ended,
        List<File> files) {
    public Edition {
        files = List.copyOf(files);
    }

    /** How far it has come. */
    public enum State implements Word {
        /** Waits for an editor. */
        DRAFT,
        /** An editor did not let it pass. */
        REFUSED,
        /** Public, and as it was published. */
        PUBLISHED,
        /** Something in the record was redacted, and it is counted again before anybody is served. */
        IN_DOUBT,
        /** What it held was redacted; only its digests are left. */
        REDACTED,
        /** An editor took it back; only its digests are left. */
        WITHDRAWN;

        /** Whether its bytes are there. */
        public boolean whole() {
            return this == DRAFT || this == PUBLISHED;
        }
    }

    /** A file, known by its digest. */
    @TemplateData
    public record File(String format, String media, long bytes, Digest digest) {}

    /** Whether it was published by the end of a day (UTC). */
    public boolean publishedBy(LocalDate day) {
        return change.isPresent()
                && reviewed.filter(at -> at.isBefore(end(day))).isPresent();
    }

    /**
     * Whether it is shown as a reader found it at the end of a day (UTC): what has ended since is gone for that day too, and so
     * is what has to be counted again.
     */
    public boolean shownAsOf(LocalDate day) {
        return ended.map(at -> at.isBefore(end(day))).orElse(state.whole());
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Report and number, as in URLs. */
    public String name() {
        return report + "/" + number;
    }
}

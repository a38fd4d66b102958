package org.lacuna.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * An edition of a report as the change feed knows it: what it was counted over, and the digests of its files.
 *
 * @param kind always {@code edition}
 * @param slug the report and the number, such as {@code yearly/3}
 * @param asOf the day (UTC) whose end it tells
 * @param computedAt number of the last change of the record that counts
 * @param replaces number of the edition of the same report that it stands in for
 * @param notes what the editor who reviewed it tells readers
 * @param gone {@code redacted} or {@code withdrawn}: the files are handed out no more
 */
public record PublicEdition(
        String kind,
        String slug,
        String report,
        int number,
        String title,
        LocalDate asOf,
        long computedAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> replaces,
        String notes,
        List<File> files,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> gone,
        Instant lastChanged,
        long sequence)
        implements PublicDocument {
    public PublicEdition {
        replaces = Absent.none(replaces);
        gone = Absent.none(gone);
        files = List.copyOf(files);
    }

    /** A file, known by its digest. */
    public record File(String format, String media, long bytes, Digest digest) {}
}

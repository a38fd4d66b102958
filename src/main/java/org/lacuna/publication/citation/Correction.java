package org.lacuna.publication.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that whoever cites a case must know: an error put right, something taken out, a case that went elsewhere. It
 * names the place and never quotes it, so that it can stand where the words may not.
 *
 * @param on the day (UTC)
 * @param kind {@code correction} (a line says that another was wrong), {@code redaction}, {@code verification} (it is
 *     disputed or retracted now), {@code merge}
 * @param words one sentence without a full stop
 * @param entry id of the line of the timeline that it is about
 */
public record Correction(
        LocalDate on,
        String kind,
        String words,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> entry) {
    static Correction of(LocalDate on, String kind, String words, Optional<String> entry) {
        return new Correction(on, kind, words, entry);
    }
}

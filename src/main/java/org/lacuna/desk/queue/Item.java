package org.lacuna.desk.queue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing in a line.
 *
 * @param copies the same for copies of one text
 * @param same how many copies there are, itself among them
 * @param known whether what a person told is about a subject that the crawler or a feed knows too
 * @param title of what no person told us
 */
record Item(
        UUID id,
        Kind kind,
        String ref,
        UUID line,
        UUID copies,
        long same,
        boolean known,
        Optional<String> title,
        Optional<String> url,
        Optional<String> caseSlug,
        Optional<String> platform,
        LocalDate opened,
        Optional<LocalDate> due,
        Optional<LocalDate> snoozedUntil,
        boolean wroteAgain,
        Optional<String> assigned) {

    public boolean submission() {
        return kind == Kind.SUBMISSION;
    }
}

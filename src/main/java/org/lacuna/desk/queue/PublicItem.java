package org.lacuna.desk.queue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that waits and that no person told us: all of it may be read.
 *
 * @param ref what it is, once in its kind
 * @param about the subject, where one is known
 * @param url where to look at it
 * @param due the day by which something must be done
 * @param heap with what it stands in one line where no subject joins it, so that what machines bring buries no report
 */
record PublicItem(
        Kind kind,
        String ref,
        Optional<About> about,
        String title,
        Optional<String> url,
        Optional<String> caseSlug,
        Optional<LocalDate> due,
        Optional<String> heap) {
    PublicItem {
        if (kind == Kind.SUBMISSION || title.isBlank()) {
            throw new IllegalArgumentException(
                    "expected something with a title that no person told us, found " + kind.word());
        }
    }

    /** The line in which it stands until its subject is marked. */
    UUID line(UUID alone) {
        return heap.map(name -> UUID.nameUUIDFromBytes(("lacuna queue " + name).getBytes(StandardCharsets.UTF_8)))
                .orElse(alone);
    }

    /** A subject by its id on a platform. */
    record About(String platform, String subject) {}
}

package org.lacuna.publication.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Files that all tell the record as it stood at one moment.
 *
 * @param name such as {@code 2026-11-28-1234}: the day, the number of the last change it holds, and behind {@code -r}
 *     which revision it is, if something was redacted since
 * @param sequence number of the last change it holds
 * @param made when it was ready
 * @param replaces the set that it stands in for, because something that this one held was redacted
 */
public record BulkSet(
        String name, LocalDate day, long sequence, Instant made, Optional<Replaced> replaces, List<BulkFile> files) {
    /** A set that is served no more, and what its files were. */
    public record Replaced(String name, List<Old> files) {}

    /** A file that is gone, known by its digest alone. */
    public record Old(String name, org.lacuna.shared.Digest digest) {}
}

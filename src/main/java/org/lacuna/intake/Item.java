package org.lacuna.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that was added to a submission, opened.
 *
 * @param day on which it came
 * @param seen whether whom it is for has opened it before
 * @param text of a message or an addition
 * @param file of a file
 */
public record Item(
        ItemId id, ItemKind kind, LocalDate day, boolean seen, Optional<String> text, Optional<FileFacts> file) {
    @Override
    public String toString() {
        return "an item of a submission";
    }
}

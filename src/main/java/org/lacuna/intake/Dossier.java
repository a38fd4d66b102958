package org.lacuna.intake;

import java.util.List;

/**
 * A submission, opened.
 *
 * @param items what was added later, and the files, in their order
 */
public record Dossier(Submission submission, Told told, List<Item> items) {
    @Override
    public String toString() {
        return "an opened submission";
    }
}

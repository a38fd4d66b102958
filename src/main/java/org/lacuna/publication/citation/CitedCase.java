package org.lacuna.publication.citation;

import java.util.List;
import org.lacuna.publication.PublicCase;

/**
 * A version of a case to read, and how it is cited.
 *
 * @param document as it is handed out now
 * @param current whether it is the case as it stands
 * @param corrections everything that was ever corrected in this version
 */
public record CitedCase(PublicCase document, Citation citation, boolean current, List<Correction> corrections) {
    public CitedCase {
        corrections = List.copyOf(corrections);
    }
}

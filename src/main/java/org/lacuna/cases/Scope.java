package org.lacuna.cases;

import java.util.List;
import org.lacuna.shared.Countries;

/**
 * Where a restriction holds.
 *
 * @param words ISO 3166 codes, or {@code worldwide} alone
 */
public record Scope(List<String> words) {
    public Scope {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("expected a scope: country codes, or worldwide alone; found none");
        }
        if (!words.equals(List.of(Countries.WORLDWIDE))) {
            words.forEach(Countries::check);
        }
    }
}

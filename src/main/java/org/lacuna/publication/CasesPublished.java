package org.lacuna.publication;

import java.util.Set;

/**
 * Documents of an incident were written or are shown otherwise; fired inside the transaction that did so. Other processes
 * learn it from the change feed alone.
 *
 * @param slugs of all cases of the incident
 */
public record CasesPublished(Set<String> slugs) {
    public CasesPublished {
        slugs = Set.copyOf(slugs);
    }
}

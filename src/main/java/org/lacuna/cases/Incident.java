package org.lacuna.cases;

import java.util.List;
import org.lacuna.shared.Slug;

/**
 * Cases that belong together, each with its own status, and the sources that their lines cite.
 *
 * @param slug its name in URLs, never reused
 */
public record Incident(String slug, String title, String summary, List<Source> sources, List<Case> cases) {
    public Incident {
        Slug.check(slug);
        Texts.check("title", title);
        Texts.check("summary", summary);
        sources = List.copyOf(sources);
        cases = List.copyOf(cases);
    }

    /**
     * One of its cases.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public Case caseOf(String caseSlug) {
        return cases.stream()
                .filter(each -> each.slug().equals(caseSlug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected the slug of a case of " + slug + ", found '" + caseSlug + "'"));
    }
}

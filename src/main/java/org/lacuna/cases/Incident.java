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
}

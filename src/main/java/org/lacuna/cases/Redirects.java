package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where a case went when it was merged or split. */
@ApplicationScoped
public class Redirects {
    static final String MERGED = "merged";
    static final String SPLIT = "split";

    private final RedirectQueries queries;

    Redirects(RedirectQueries queries) {
        this.queries = queries;
    }

    /** A case that went into another one. */
    public record Merged(String from, String to, Instant recorded) {}

    /** Where a case went, as a whole or in part, and when. */
    record Redirect(String from, String to, String kind, Instant recorded) {
        Redirect {
            if (!kind.equals(MERGED) && !kind.equals(SPLIT)) {
                throw new IllegalArgumentException("expected merged or split, found '" + kind + "'");
            }
        }
    }

    /**
     * Where a case went.
     *
     * @param merged as a whole; empty if it stands for itself
     * @param splitInto the cases that took entries of it, in their order
     */
    public record Led(Optional<Merged> merged, List<String> splitInto) {
        /** Nowhere. */
        public static final Led NOWHERE = new Led(Optional.empty(), List.of());
    }

    /** Where these cases went; those that went nowhere are left out. */
    public Map<String, Led> led(Set<String> caseSlugs) {
        Map<String, Led> found = new HashMap<>();
        queries.among(caseSlugs).forEach(slug -> found.put(slug, new Led(merged(slug), splitInto(slug))));
        return found;
    }

    /** The case into which this one was merged; empty if it stands for itself. */
    public Optional<Merged> merged(String caseSlug) {
        return of(caseSlug).stream()
                .filter(redirect -> redirect.kind().equals(MERGED))
                .map(redirect -> new Merged(redirect.from(), redirect.to(), redirect.recorded()))
                .findFirst();
    }

    /** The case at the end of the chain: the slug itself if it was never merged. There are no rings. */
    public String follow(String caseSlug) {
        String at = caseSlug;
        for (Optional<Merged> next = merged(at); next.isPresent(); next = merged(at)) {
            at = next.get().to();
        }
        return at;
    }

    /** The cases that took entries of this one, in their order. */
    public List<String> splitInto(String caseSlug) {
        return of(caseSlug).stream()
                .filter(redirect -> redirect.kind().equals(SPLIT))
                .map(Redirect::to)
                .toList();
    }

    List<Redirect> of(String caseSlug) {
        return queries.of(caseSlug);
    }

    void note(Redirect redirect, String reason, Optional<UUID> editor) {
        queries.insert(redirect, reason, editor);
    }
}

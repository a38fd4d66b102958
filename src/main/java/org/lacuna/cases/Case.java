package org.lacuna.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Slug;

/**
 * One subject on one platform, with its timeline.
 *
 * @param slug its name in URLs, unique and never reused
 * @param platform id of a definition; empty for pressure only
 * @param verification as given; empty to have it derived from the sources
 * @param entries in the order they were written down
 */
public record Case(
        String slug,
        Optional<String> platform,
        Subject subject,
        Optional<Verification> verification,
        List<Entry> entries,
        List<Conflict> conflicts) {
    public Case {
        Slug.check(slug);
        entries = List.copyOf(entries);
        conflicts = List.copyOf(conflicts);
        entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.head().id(), Collectors.counting()))
                .forEach((id, times) -> {
                    if (times > 1) {
                        throw new IllegalArgumentException(
                                "expected each id once, found '" + id + "' " + times + " times");
                    }
                });
    }

    /** This case with what another reading of it adds: entries with new ids, conflicts that are new. */
    Case and(Case more) {
        Set<String> known = entries.stream().map(entry -> entry.head().id()).collect(Collectors.toSet());
        return new Case(
                slug,
                platform,
                subject,
                verification,
                Stream.concat(
                                entries.stream(),
                                more.entries.stream()
                                        .filter(entry ->
                                                !known.contains(entry.head().id())))
                        .toList(),
                Stream.concat(conflicts.stream(), more.conflicts.stream())
                        .distinct()
                        .toList());
    }

    /** One of its entries. */
    public Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.head().id().equals(id)).findFirst();
    }

    /** The restrictions as the entries leave them. */
    public Restrictions restrictions() {
        return Restrictions.fold(entries);
    }

    /** Whether anybody outside may know of it: only with a restriction that is not shielded. */
    public boolean isPublic() {
        return !restrictions().all().isEmpty();
    }

    /**
     * Reported while one origin stands behind the restrictions and their lifts, corroborated from two on. Copies of one
     * report are one origin, so counting publishers would corroborate a rumour with its own echo.
     *
     * @param sources the sources of the incident
     */
    public Verification derived(List<Source> sources) {
        Map<String, Source> byId = sources.stream().collect(Collectors.toMap(Source::id, Function.identity()));
        long origins = entries.stream()
                .filter(entry -> entry instanceof RestrictionImposed || entry instanceof RestrictionLifted)
                .flatMap(entry -> entry.head().sources().stream())
                .map(id -> byId.get(id).origin())
                .distinct()
                .count();
        return origins > 1 ? Verification.CORROBORATED : Verification.REPORTED;
    }
}

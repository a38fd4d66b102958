package org.lacuna.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What all vantages together show of a subject.
 *
 * @param outcome what it is
 * @param scope the countries it is withheld from, where some vantages see it and others do not; else empty
 * @param lastSeenBefore the last look that still showed it otherwise; empty if nobody had seen it otherwise from there
 * @param firstSeenNow the first look that showed it so
 * @param vantages those that show the outcome
 * @param availableFrom those from which the subject is seen while it is withheld from others
 * @param evidence the exchanges behind it
 */
public record Told(
        Outcome outcome,
        List<String> scope,
        Optional<Instant> lastSeenBefore,
        Instant firstSeenNow,
        List<Vantage> vantages,
        List<Vantage> availableFrom,
        List<Digest> evidence) {
    public Told {
        scope = List.copyOf(scope);
        vantages = List.copyOf(vantages);
        availableFrom = List.copyOf(availableFrom);
        evidence = List.copyOf(evidence);
        if (!outcome.conclusive()) {
            throw new IllegalArgumentException("expected an outcome that says something, found " + outcome.word());
        }
        if (!scope.isEmpty() && outcome != Outcome.WITHHELD) {
            throw new IllegalArgumentException("expected a scope of what is withheld, found " + outcome.word());
        }
        if (vantages.isEmpty() || evidence.isEmpty()) {
            throw new IllegalArgumentException("expected vantages and evidence, found none");
        }
        if (lastSeenBefore.filter(before -> !before.isBefore(firstSeenNow)).isPresent()) {
            throw new IllegalArgumentException("expected the old outcome seen before the new, found "
                    + lastSeenBefore.get() + " and " + firstSeenNow);
        }
    }

    /** Whether this says the same of the subject as another. */
    public boolean same(Told other) {
        return outcome == other.outcome && scope.equals(other.scope);
    }

    /** In words for a person: {@code suspended}, {@code withheld in TR}. */
    public String words() {
        return outcome.word() + (scope.isEmpty() ? "" : " in " + String.join(", ", scope));
    }
}

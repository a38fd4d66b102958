package org.lacuna.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * What our crawler confirmed. It stands beside the status and never changes it.
 *
 * @param scope the countries it is withheld from, as ISO 3166 codes, where it was seen from others at the same time
 * @param vantages where it was seen from, such as {@code DE/direct}
 * @param firstSeenGone the first look that no longer showed it as before
 * @param lastSeenAvailable the last look that still did
 * @param evidence digests of the exchanges that agreed
 */
public record Observed(
        Head head,
        Outcome outcome,
        List<String> scope,
        List<String> vantages,
        Optional<Instant> firstSeenGone,
        Optional<Instant> lastSeenAvailable,
        List<Digest> evidence)
        implements Entry {
    static final String TYPE = "observation";

    public Observed {
        scope = List.copyOf(scope);
        vantages = List.copyOf(vantages);
        evidence = List.copyOf(evidence);
    }

    @Override
    public Stream<Digest> captures() {
        return evidence.stream();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Observed with(Head other) {
        return new Observed(other, outcome, scope, vantages, firstSeenGone, lastSeenAvailable, evidence);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("outcome", outcome.word());
        if (!scope.isEmpty()) {
            own.put("scope", scope);
        }
        own.put("vantages", vantages);
        firstSeenGone.ifPresent(at -> own.put("firstSeenGone", at.toString()));
        lastSeenAvailable.ifPresent(at -> own.put("lastSeenAvailable", at.toString()));
        own.put("evidence", evidence.stream().map(Digest::toString).toList());
        return own;
    }
}

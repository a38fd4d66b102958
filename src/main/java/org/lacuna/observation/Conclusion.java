package org.lacuna.observation;

import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;

/**
 * That several looks from one vantage agree on what stands now, seen from there.
 *
 * @param before what stood until then; empty for a first conclusion about a subject, and where a new definition reads
 *     the old captures differently, neither of which is a change in the world
 * @param agreeing the looks, oldest first; all at one subject, from one vantage, of one outcome
 */
public record Conclusion(Optional<Standing> before, List<Observation> agreeing) {
    public Conclusion {
        agreeing = List.copyOf(agreeing);
        if (agreeing.isEmpty() || !agreeing.stream().allMatch(Observation::counts)) {
            throw new IllegalArgumentException("expected looks that count, found " + agreeing.size());
        }
        if (agreeing.stream()
                        .map(seen -> List.of(seen.platform(), seen.subject(), seen.vantage(), seen.outcome()))
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException(
                    "expected looks at one subject from one vantage that agree, found others");
        }
    }

    /** The first of the looks that agree. */
    Observation first() {
        return agreeing.get(0);
    }

    List<Digest> evidence() {
        return agreeing.stream().flatMap(seen -> seen.evidence().stream()).toList();
    }
}

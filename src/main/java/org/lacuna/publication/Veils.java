package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lacuna.cases.Redaction;
import org.lacuna.shared.Digest;

/**
 * Keeps what is redacted out of the versions of the past: what is gone for good is taken out of them for good, what is
 * hidden stands behind a veil until it shows again. Comes to the same result however often it runs.
 */
@ApplicationScoped
class Veils {
    private final VeilQueries queries;
    private final Bodies bodies;

    Veils(VeilQueries queries, Bodies bodies) {
        this.queries = queries;
        this.bodies = bodies;
    }

    /**
     * What came of it.
     *
     * @param covered kind and slug, with a blank between, of whatever shows less now than before in some version
     * @param changed whether any version is shown otherwise than before
     */
    record Renewed(Set<String> covered, boolean changed) {}

    /** Those of these incidents of which any version stands behind a veil. */
    Set<String> veiled(Set<String> incidents) {
        return queries.veiled(incidents);
    }

    /**
     * Brings every version of an incident and its cases up to date.
     *
     * @param veiled whether any stands behind a veil
     */
    Renewed renew(String incident, List<Redaction> redactions, boolean veiled, Instant now) {
        List<Redaction> all =
                redactions.stream().filter(redaction -> !redaction.moved()).toList();
        if (all.isEmpty() && !veiled) {
            return new Renewed(Set.of(), false);
        }
        List<Redaction> permanent = all.stream().filter(Redaction::permanent).toList();
        Past past = past(incident, all);
        past.veils.forEach((sequence, veil) -> queries.veil(sequence, veil, now));
        if (!past.replaced.isEmpty()) {
            queries.replace(permanent.get(permanent.size() - 1).passage(), past.replaced, now);
        }
        return new Renewed(past.covered, past.changed);
    }

    /** Versions that are not shown as these redactions say; a veil that only an older program spelled otherwise is as good. */
    Set<Long> different(String incident, List<Redaction> redactions) {
        Past past = past(
                incident,
                redactions.stream().filter(redaction -> !redaction.moved()).toList());
        Set<Long> different = new TreeSet<>(past.replaced.keySet());
        past.veils.forEach((sequence, veil) -> {
            boolean same = veil.isPresent()
                    && queries.veil(sequence)
                            .filter(shown -> saysTheSame(past.kinds.get(sequence), shown, veil.get()))
                            .isPresent();
            if (!same) {
                different.add(sequence);
            }
        });
        return different;
    }

    private boolean saysTheSame(String kind, byte[] one, byte[] other) {
        try {
            return bodies.read(kind, one).equals(bodies.read(kind, other));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private Past past(String incident, List<Redaction> all) {
        Past past = new Past(all, all.stream().filter(Redaction::permanent).toList());
        queries.versions(incident).forEach(past::renew);
        return past;
    }

    /** The versions in their order; of each case the last one is remembered, for the incident that shows it. */
    private final class Past {
        private final List<Redaction> all;
        private final List<Redaction> permanent;
        private final Map<String, RedactIncident.Version> kept = new LinkedHashMap<>();
        private final Map<String, RedactIncident.Version> shown = new LinkedHashMap<>();
        private final Map<Long, byte[]> replaced = new LinkedHashMap<>();
        /** How versions are to be shown, where that is not how they are. */
        private final Map<Long, Optional<byte[]>> veils = new LinkedHashMap<>();

        private final Map<Long, String> kinds = new HashMap<>();
        private final Set<String> covered = new LinkedHashSet<>();
        private boolean changed;

        Past(List<Redaction> all, List<Redaction> permanent) {
            this.all = all;
            this.permanent = permanent;
        }

        void renew(VeilQueries.Version version) {
            PublicDocument stored = bodies.read(version.kind(), version.body());
            PublicDocument forGood = redacted(stored, permanent, kept);
            PublicDocument forNow = redacted(stored, all, shown);
            if (!(stored instanceof PublicIncident)) {
                kept.put(version.slug(), new RedactIncident.Version(stored, forGood));
                shown.put(version.slug(), new RedactIncident.Version(stored, forNow));
            }
            String what = version.kind() + " " + version.slug();
            if (!forGood.equals(stored)) {
                // with a salt of its own: should more be taken out of it one day, nothing is left to guess again
                replaced.put(version.sequence(), bodies.salted(forGood));
                covered.add(what);
                changed = true;
            }
            Optional<byte[]> veil = forNow.equals(forGood) ? Optional.empty() : Optional.of(bodies.write(forNow));
            Optional<Digest> digest = veil.map(Digest::of);
            if (!digest.equals(version.veil())) {
                veils.put(version.sequence(), veil);
                kinds.put(version.sequence(), version.kind());
                changed = true;
                digest.ifPresent(any -> covered.add(what));
            }
        }

        private PublicDocument redacted(
                PublicDocument stored, List<Redaction> redactions, Map<String, RedactIncident.Version> cases) {
            if (stored instanceof PublicCase document) {
                return RedactCase.ofPast(document, redactions);
            }
            return stored instanceof PublicIncident document ? RedactIncident.of(document, cases, redactions) : stored;
        }
    }
}

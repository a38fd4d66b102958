package org.lacuna.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.cases.Redaction;

/** What is known of incidents before anything of them is published, and the numbers that their documents get. */
final class Before {
    private final Map<String, List<Redaction>> redacted;
    private final Set<String> veiled;
    private final Map<String, PublicDocument> cases;
    private final Map<String, PublicDocument> incidents;
    private final Drafts.Beside beside;
    private final Set<String> slugs;
    private final Instant now;
    private long sequence;

    /**
     * What was read.
     *
     * @param veiled incidents of which any version stands behind a veil
     * @param cases last versions by slug
     * @param incidents last versions by slug
     * @param slugs of all cases of these incidents
     * @param sequence number of the last change
     */
    Before(
            Map<String, List<Redaction>> redacted,
            Set<String> veiled,
            Map<String, PublicDocument> cases,
            Map<String, PublicDocument> incidents,
            Drafts.Beside beside,
            Set<String> slugs,
            Instant now,
            long sequence) {
        this.redacted = redacted;
        this.veiled = veiled;
        this.cases = cases;
        this.incidents = incidents;
        this.beside = beside;
        this.slugs = slugs;
        this.now = now;
        this.sequence = sequence;
    }

    List<Redaction> redacted(String incident) {
        return redacted.getOrDefault(incident, List.of());
    }

    boolean veiled(String incident) {
        return veiled.contains(incident);
    }

    Optional<PublicDocument> lastCase(String slug) {
        return Optional.ofNullable(cases.get(slug));
    }

    Optional<PublicDocument> lastIncident(String slug) {
        return Optional.ofNullable(incidents.get(slug));
    }

    Drafts.Beside beside() {
        return beside;
    }

    Set<String> slugs() {
        return slugs;
    }

    Instant now() {
        return now;
    }

    /** The next number. Nobody else gives one meanwhile: the lock is held. */
    long nextSequence() {
        return ++sequence;
    }
}

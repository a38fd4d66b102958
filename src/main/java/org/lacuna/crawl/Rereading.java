package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.evidence.EvidenceDamaged;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.observation.Standing;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Tells a change in the world from a change in how we read. Where the definition is another one than at the last look
 * that showed the old outcome, that look's capture is read again with the new one.
 */
@ApplicationScoped
class Rereading {
    private static final Logger LOG = Logger.getLogger(Rereading.class);

    private static final String DAMAGED = "evidence is damaged; bring it back from a backup: %s";

    private final EvidenceStore evidence;
    private final Reader reader;

    Rereading(EvidenceStore evidence, Reader reader) {
        this.evidence = evidence;
        this.reader = reader;
    }

    /**
     * Whether this definition would have said the same about what stood before. A capture that is gone or damaged bears
     * nothing out: a change that only a new definition shows must not be told.
     */
    boolean bearsOut(Standing before, Platform platform) {
        if (before.definition().equals(platform.digest())) {
            return true;
        }
        try {
            return before.evidence()
                    .flatMap(evidence::find)
                    .filter(answer -> reader.read(platform, answer).outcome() == before.outcome())
                    .isPresent();
        } catch (EvidenceDamaged damaged) {
            LOG.errorf(DAMAGED, damaged.getMessage());
            return false;
        }
    }

    /**
     * The check with the platform's own number for its subject as this definition reads it. Another definition may have
     * read another kind of number: no page could be asked for by that, and whoever is seen would be somebody else.
     */
    Check known(Check check, Platform platform) {
        Optional<Digest> seen = check.identity().isEmpty()
                ? Optional.empty()
                : check.last()
                        .filter(last -> last.outcome() == Outcome.AVAILABLE)
                        .filter(last -> !last.definition().equals(platform.digest()))
                        .map(Memory::evidence);
        try {
            return seen.flatMap(evidence::find)
                    .map(answer -> reader.read(platform, answer))
                    .filter(today -> today.outcome() == Outcome.AVAILABLE)
                    .map(today -> check.knownAs(today.identity()))
                    .orElse(check);
        } catch (EvidenceDamaged damaged) {
            LOG.errorf(DAMAGED, damaged.getMessage());
            return check;
        }
    }
}

package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.lacuna.crawl.detect.Detector;
import org.lacuna.evidence.EvidenceDamaged;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.observation.Standing;
import org.lacuna.platform.Platform;

/**
 * Tells a change in the world from a change in how we read. Where the definition is another one than at the last look
 * that showed the old outcome, that look's capture is read again with the new one.
 */
@ApplicationScoped
class Rereading {
    private static final Logger LOG = Logger.getLogger(Rereading.class);

    private final EvidenceStore evidence;

    Rereading(EvidenceStore evidence) {
        this.evidence = evidence;
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
                    .filter(answer -> Detector.detect(platform, answer).outcome() == before.outcome())
                    .isPresent();
        } catch (EvidenceDamaged damaged) {
            LOG.errorf("evidence is damaged; bring it back from a backup: %s", damaged.getMessage());
            return false;
        }
    }
}

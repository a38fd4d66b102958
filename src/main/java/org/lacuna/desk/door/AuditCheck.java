package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Digest;

/** Follows the chain of the audit trail from its first line to its last. */
@ApplicationScoped
public class AuditCheck {
    private static final int STEP = 1_000;

    private final AuditQueries queries;

    AuditCheck(AuditQueries queries) {
        this.queries = queries;
    }

    /**
     * What was found.
     *
     * @param lines how many are whole, from the first on
     * @param last the digest of the last whole line; written down elsewhere it shows later that no line was cut off
     * @param broken the first line that is not whole, and why
     */
    public record Found(long lines, Digest last, Optional<String> broken) {}

    /** Reads every line once. */
    public Found check() {
        long number = 0;
        Digest previous = AuditLine.BEFORE_ALL;
        List<AuditQueries.Kept> some = queries.after(0, STEP);
        while (!some.isEmpty()) {
            for (AuditQueries.Kept kept : some) {
                Optional<String> broken = broken(kept, number + 1, previous);
                if (broken.isPresent()) {
                    return new Found(number, previous, broken);
                }
                number++;
                previous = kept.digest();
            }
            some = queries.after(number, STEP);
        }
        return new Found(number, previous, Optional.empty());
    }

    private static Optional<String> broken(AuditQueries.Kept kept, long expected, Digest previous) {
        if (kept.line().number() != expected) {
            return Optional.of("expected line " + expected + ", found line "
                    + kept.line().number() + ": what stood between is gone");
        }
        if (!kept.line().previous().equals(previous)) {
            return Optional.of("line " + expected + " does not follow the line before: expected " + previous
                    + ", found " + kept.line().previous());
        }
        if (!kept.line().digest().equals(kept.digest())) {
            return Optional.of("line " + expected + " was altered: its digest is "
                    + kept.line().digest() + ", and " + kept.digest() + " stands beside it");
        }
        return Optional.empty();
    }
}

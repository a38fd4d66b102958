package org.lacuna.api.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lacuna.publication.RecordChange;
import org.lacuna.publication.follow.FollowedRecord;

/**
 * Serves one subscription for the length of a lease: first what was not taken before, then what changed since its
 * cursor. Each message is written down as taken or not before the next is sent, so a node that dies sends at most one
 * twice, and that under the same id. Two failures in a row end the round: a target that is down gets few requests,
 * however much waits for it.
 */
@ApplicationScoped
class Deliver {
    private static final int BATCH = 50;
    private static final int SCANNED = 5_000;
    private static final int MOST_FAILURES = 2;
    private static final int READ = 1024;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /** So that others get their turn, and that a lease outlasts its round. */
    private static final Duration ROUND = Duration.ofSeconds(20);

    private final FollowedRecord record;
    private final LeaseQueries leases;
    private final TroubleQueries troubles;
    private final HookQueries hooks;
    private final Target target;
    private final HookSettings settings;
    private final RandomGenerator chance = new SecureRandom();

    Deliver(
            FollowedRecord record,
            LeaseQueries leases,
            TroubleQueries troubles,
            HookQueries hooks,
            Target target,
            HookSettings settings) {
        this.record = record;
        this.leases = leases;
        this.troubles = troubles;
        this.hooks = hooks;
        this.target = target;
        this.settings = settings;
    }

    void serve(LeaseQueries.Lease lease, List<byte[]> secrets) {
        Round round = new Round(lease, secrets);
        round.again();
        round.onward();
        round.release();
    }

    private final class Round {
        private final LeaseQueries.Lease lease;
        private final List<byte[]> secrets;
        private final long end = System.nanoTime() + ROUND.toNanos();
        private int failures;
        private int failedHere;
        private Optional<String> why;
        private Duration pause = Duration.ZERO;
        private boolean over;

        Round(LeaseQueries.Lease lease, List<byte[]> secrets) {
            this.lease = lease;
            this.secrets = secrets;
            this.failures = lease.failures();
            this.why = lease.hook().why();
        }

        private boolean goesOn() {
            return !over && failedHere < MOST_FAILURES && System.nanoTime() < end;
        }

        /** What was not taken before. */
        void again() {
            for (TroubleQueries.Trouble trouble : troubles.due(lease.hook().id(), BATCH)) {
                if (!goesOn()) {
                    return;
                }
                RecordChange change = record.change(trouble.sequence()).orElseThrow();
                if (send(change, trouble.attempts())) {
                    over = !troubles.taken(lease, change.sequence());
                }
            }
        }

        /** What changed since the cursor. */
        void onward() {
            long cursor = lease.hook().cursor();
            long last = hooks.last();
            while (goesOn() && cursor < last) {
                long upTo = Math.min(last, cursor + SCANNED);
                List<RecordChange> changes = record.following(lease.hook().filter(), cursor, upTo, BATCH);
                for (RecordChange change : changes) {
                    if (!goesOn()) {
                        return;
                    }
                    if (send(change, 0)) {
                        over = !leases.advance(lease, change.sequence(), true);
                    }
                }
                if (!goesOn()) {
                    return;
                }
                cursor = changes.size() < BATCH ? upTo : changes.get(BATCH - 1).sequence();
                over = !leases.advance(lease, cursor, false);
            }
        }

        /** @param before how often it was tried before */
        private boolean send(RecordChange change, int before) {
            Target.Outcome outcome = target.send(
                    lease.hook().url(),
                    HookMessage.of(lease.hook().id(), change, lease.hook().site()),
                    secrets,
                    READ);
            if (outcome.taken()) {
                failures = 0;
                failedHere = 0;
                why = Optional.empty();
                return true;
            }
            if (outcome.gone()) {
                leases.gone(lease);
                over = true;
                return false;
            }
            failures++;
            failedHere++;
            why = outcome.why();
            pause = longer(pause, outcome.pause());
            over = !troubles.failed(
                    lease,
                    change.sequence(),
                    outcome.why().orElseThrow(),
                    longer(Backoff.after(before + 1, chance), shorter(outcome.pause(), LONGEST_PAUSE)),
                    settings.giveUp());
            return false;
        }

        void release() {
            Duration after = failures == 0 ? Duration.ZERO : Backoff.after(failures, chance);
            leases.release(lease, failures, why, longer(after, shorter(pause, LONGEST_PAUSE)), settings.silent());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

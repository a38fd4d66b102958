package org.lacuna.crawl;

import java.util.Optional;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;

/**
 * A check that was made and is to be recorded.
 *
 * @param lane the lease under which it was made; a control that was looked at out of turn has none, and nothing is wrong
 *     with two nodes doing that
 * @param control how the platform's control looked beside it
 * @param evidence the digest of the kept exchange; there is one exactly if there was an answer and it is kept by now
 */
record Done(
        Optional<Lane> lane,
        Check check,
        Platform platform,
        Vantage vantage,
        Look look,
        ControlState control,
        Optional<Digest> evidence) {
    Done keptAs(Digest digest) {
        return new Done(lane, check, platform, vantage, look, control, Optional.of(digest));
    }

    /** The same without the bytes of the exchange. */
    Done withoutExchange() {
        return new Done(lane, check, platform, vantage, look.withoutExchange(), control, evidence);
    }

    /** One is no other: to compare would be to compare pages, and a digest of it one of a page and all its rules. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(check.watch());
    }

    /** Whether this was a look at a control that did not look as it must. */
    boolean controlFailed() {
        return check.isControl()
                && platform.control()
                        .filter(must -> must.says() == look.outcome())
                        .isEmpty();
    }

    /** What the next look should remember of this one. */
    Optional<Memory> memory() {
        return look.full()
                .flatMap(full -> evidence.map(kept -> new Memory(
                        look.page(),
                        platform.digest(),
                        look.seen(),
                        look.outcome(),
                        look.rule(),
                        look.why(),
                        kept,
                        full.lookedAt(),
                        full.validators())));
    }
}

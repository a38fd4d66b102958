package org.lacuna.crawl;

import java.util.Optional;
import org.lacuna.shared.Outcome;

/**
 * A name on a platform can pass to somebody else; the platform's own number for its bearer does not. If a page that can
 * be seen shows another number than the one we know, it is not the subject that can be seen.
 */
final class SameSubject {
    private SameSubject() {}

    /** The look as it may be recorded about this check's subject. */
    static Look checked(Check check, Look look) {
        boolean another = look.outcome() == Outcome.AVAILABLE
                && check.identity()
                        .flatMap(known -> look.identity().filter(shown -> !shown.equals(known)))
                        .isPresent();
        if (!another) {
            return look;
        }
        return new Look(
                look.page(),
                look.seen(),
                Outcome.UNCLEAR,
                look.rule(),
                "The page can be seen, but by the platform's own number it is another subject: the name has passed on. "
                        + look.why(),
                look.identity(),
                look.exchange(),
                Optional.empty(),
                look.failure());
    }
}

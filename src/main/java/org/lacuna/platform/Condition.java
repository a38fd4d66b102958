package org.lacuna.platform;

import java.util.Optional;
import java.util.Set;

/**
 * Something a rule asks about an answer. A closed family; how each is written stands in {@code
 * crawlers/crawler.schema.json}.
 */
public sealed interface Condition
        permits StatusIs,
                BodyShorter,
                BodySays,
                BodyMatches,
                RedirectsTo,
                HeaderHas,
                TextSays,
                ElementIs,
                JsonIs,
                AllOf,
                AnyOf,
                NoneOf,
                ShowsAtMost {
    /**
     * What was seen if the condition holds, in words for a person that come from the definition and never from the
     * page; empty if it does not hold.
     *
     * @throws PatternTooSlow if that cannot be found out in good time
     */
    Optional<String> heldBy(Capture capture);

    /**
     * What it costs to ask, beside the others: 0 for the head, 1 for a search in the body, 2 for a parse, 3 for words
     * among all that can be read, 4 for how much that is.
     */
    default int cost() {
        return 2;
    }

    /** The headers it asks for, in lower case; what else it asks for is the status, the address and the body. */
    default Set<String> headersAsked() {
        return Set.of();
    }
}

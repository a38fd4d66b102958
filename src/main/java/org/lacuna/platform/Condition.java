package org.lacuna.platform;

import java.util.Optional;

/**
 * Something a rule asks about an answer. A closed family; how each is written stands in {@code
 * crawlers/crawler.schema.json}.
 */
public sealed interface Condition permits StatusIs, RedirectsTo, HeaderHas, TextSays, ElementIs, JsonIs, AllOf, AnyOf {
    /**
     * What was seen if the condition holds, in words for a person that come from the definition and never from the
     * page; empty if it does not hold.
     *
     * @throws PatternTooSlow if that cannot be found out in good time
     */
    Optional<String> heldBy(Capture capture);
}

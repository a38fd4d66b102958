package org.lacuna.crawl.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.shared.Outcome;

/**
 * What a definition said about a page whose truth is known.
 *
 * @param said {@link Outcome#NO_ANSWER} if the page itself could not be read
 * @param rule the rule that fitted, such as {@code youtube#3}; empty if none did
 * @param problems what could not be read or understood on the way, each a sentence without its end
 */
public record Evaluated(IndexedPage page, Outcome said, Optional<String> rule, List<String> problems) {
    /** What must never be said of a page that does not say it. */
    private static final Set<Outcome> ACCUSING = EnumSet.of(Outcome.SUSPENDED, Outcome.REMOVED, Outcome.WITHHELD);

    public Evaluated {
        problems = List.copyOf(problems);
    }

    /** Whether the page was read at all. */
    public boolean read() {
        return said != Outcome.NO_ANSWER;
    }

    /** Whether an honest reader may say this. A page that was not read is never right. */
    public boolean correct() {
        return read() && page.accept().contains(said.word());
    }

    /** Whether somebody would be told of a suspension, removal or block that the page does not show. */
    public boolean falseAlarm() {
        return ACCUSING.contains(said) && !correct();
    }
}

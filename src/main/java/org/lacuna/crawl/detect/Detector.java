package org.lacuna.crawl.detect;

import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Capture;
import org.lacuna.platform.PatternTooSlow;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Rule;
import org.lacuna.shared.Outcome;

/** Reads answers with definitions. Has no memory: the same definition and answer always give the same detection. */
public final class Detector {
    private Detector() {}

    /**
     * The first rule that fits wins; the subject's stable id is read beside it. If none does, or a rule cannot be
     * decided in good time, the answer is unclear.
     */
    public static Detection detect(Platform platform, Answer answer) {
        Capture capture = new LazyCapture(answer);
        for (Rule rule : platform.rules()) {
            try {
                Optional<String> why = rule.fits(capture);
                if (why.isPresent()) {
                    return fitted(platform, rule, why.get(), capture);
                }
            } catch (PatternTooSlow e) {
                return unclear("Rule " + rule.name() + " could not be decided: " + e.getMessage() + ".");
            }
        }
        return unclear(
                platform.rules().isEmpty()
                        ? "The definition " + platform.id() + " has no rules."
                        : "None of the " + platform.rules().size() + " rules of " + platform.id() + " fits.");
    }

    private static Detection fitted(Platform platform, Rule rule, String seen, Capture capture) {
        String why = "Rule " + rule.name() + " fits: " + seen + ".";
        Optional<String> identity = ofSubject(rule.says()) ? identity(platform, capture) : Optional.empty();
        return new Detection(rule.says(), Optional.of(rule.name()), why, identity);
    }

    /** A wall shows other people's ids, and where nothing is there is nothing to read. */
    private static boolean ofSubject(Outcome outcome) {
        return outcome.conclusive() && outcome != Outcome.NOT_FOUND;
    }

    private static Optional<String> identity(Platform platform, Capture capture) {
        try {
            return platform.identityIn(capture);
        } catch (PatternTooSlow unknown) {
            return Optional.empty();
        }
    }

    private static Detection unclear(String why) {
        return new Detection(Outcome.UNCLEAR, Optional.empty(), why, Optional.empty());
    }
}

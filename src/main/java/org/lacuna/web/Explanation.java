package org.lacuna.web;

import java.util.Optional;
import org.lacuna.publication.PublicCase;

/** Finds the platform's own explanations among the lines of a timeline. */
final class Explanation {
    private Explanation() {}

    /** The word of the explanation, if this line is a statement in which the platform gives one. */
    static Optional<String> byPlatform(PublicCase.Line line) {
        Own own = new Own(line.own());
        return line.type().equals("statement") && own.word("by").equals("platform")
                ? own.find("explanation")
                : Optional.empty();
    }
}

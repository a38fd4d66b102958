package org.lacuna.publication.counts;

import java.util.stream.Stream;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Parameters;
import org.lacuna.shared.Word;

/** What is counted. */
public enum Unit implements Word {
    /** Public cases. */
    CASES,
    /** Their restrictions, of which a case can have several. */
    RESTRICTIONS;

    /** The query parameter. */
    public static final Parameter PARAMETER =
            Parameters.oneOf("count", Stream.of(values()).map(Unit::word).toList(), "What is counted", "restrictions");
}

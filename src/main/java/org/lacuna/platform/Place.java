package org.lacuna.platform;

import java.util.stream.Stream;

/** A place in an answer where a value stands. A closed family. */
sealed interface Place permits JsonAt, ElementAt {
    /** The values that stand there, in document order, as a person would write them. */
    Stream<String> values(Capture capture);
}

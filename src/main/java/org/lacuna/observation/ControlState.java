package org.lacuna.observation;

import org.lacuna.shared.Word;

/**
 * Whether the platform's control looked as it must when an observation was made. Only beside a live control does an
 * observation say something about its subject.
 */
public enum ControlState implements Word {
    /** It looked as it must, in the same window, from the same vantage. */
    ALIVE,
    /** It was looked at and did not: our reader or our visit is the likelier cause of whatever else was seen. */
    FAILED,
    /** It was not looked at in the window. */
    UNKNOWN,
    /** The platform defines none. */
    NONE,
    /** The observation is of the control. */
    ITSELF;

    /**
     * Reads a {@link #word()}.
     *
     * @throws IllegalArgumentException if there is no such word
     */
    public static ControlState of(String word) {
        return Word.of(ControlState.class, word)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected the state of a control, found '" + word + "'"));
    }
}

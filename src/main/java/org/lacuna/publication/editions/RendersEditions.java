package org.lacuna.publication.editions;

import java.util.List;
import org.lacuna.publication.data.Moment;
import org.lacuna.shared.Digest;

/** Counts and renders a report. {@code publication} decides when, and what becomes of it. */
public interface RendersEditions {
    /** Whether there is a report of this name still. */
    boolean knows(String report);

    /** Everything of an edition but its number. */
    Made render(String report, Moment moment);

    /** Digest of what is counted, as in {@link Made#figures()}. */
    Digest figures(String report, Moment moment);

    /**
     * What was made.
     *
     * @param figures digest of what was counted, whatever it looks like
     */
    record Made(String title, Digest figures, List<File> files) {}

    /** The bytes of a format. */
    record File(String format, String media, byte[] body) {}
}

package org.lacuna.desk.queue;

import java.util.List;
import java.util.Optional;

/**
 * A line as the page shows it.
 *
 * @param heading what it is about; of a submission only where the visitor's key opened it
 * @param closed whether the heading could not be opened
 * @param platform its name, where it is known or was opened
 * @param shown what stands out in it, at most {@link StandOut#MOST}
 * @param points why it stands where it stands
 */
record ShownLine(
        Line line,
        String heading,
        boolean closed,
        Optional<String> platform,
        List<Shown> shown,
        List<Line.Points> points) {

    /**
     * One thing of a line.
     *
     * @param link where it is read
     * @param away whether that is not a page of ours
     * @param says in words, nothing of what a person told
     */
    record Shown(Item item, String link, boolean away, String says) {}

    /** How many more stand on the line's own page. */
    public long more() {
        return line.items() - shown.size();
    }
}

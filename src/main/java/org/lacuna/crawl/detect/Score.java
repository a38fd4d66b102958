package org.lacuna.crawl.detect;

import org.lacuna.shared.Outcome;

/**
 * How a whole index was read.
 *
 * @param pages lines of the index
 * @param correct said what the index accepts
 * @param unclear said {@code unclear}, accepted or not
 * @param falseAlarms said {@code suspended}, {@code removed} or {@code withheld} where it is not accepted
 * @param unread pages that could not be read, said {@code no-answer}
 */
public record Score(int pages, int correct, int unclear, int falseAlarms, int unread) {
    public static final Score NOTHING = new Score(0, 0, 0, 0, 0);

    public Score and(Evaluated page) {
        return new Score(
                pages + 1,
                correct + (page.correct() ? 1 : 0),
                unclear + (page.said() == Outcome.UNCLEAR ? 1 : 0),
                falseAlarms + (page.falseAlarm() ? 1 : 0),
                unread + (page.read() ? 0 : 1));
    }
}

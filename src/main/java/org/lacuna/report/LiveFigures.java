package org.lacuna.report;

import jakarta.inject.Singleton;
import java.util.List;
import org.lacuna.publication.LastCounted;
import org.lacuna.publication.counts.RecentAnswers;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Moment;

/**
 * The figures of reports that anybody may have counted at once. On a large record that takes half a minute of every processor,
 * so many who ask the same wait for one count, only some are counted together, and what was counted is told for a while.
 */
@Singleton
class LiveFigures {
    private final CountReport count;
    private final DataSets dataSets;
    private final RecentAnswers recent;
    private final LastCounted last;

    LiveFigures(CountReport count, DataSets dataSets, RecentAnswers recent, LastCounted last) {
        this.count = count;
        this.dataSets = dataSets;
        this.recent = recent;
        this.last = last;
    }

    /** @param watched whether it also counts what was observed, which changes without a change of the record */
    Counted now(Report report, boolean watched) {
        Moment now = dataSets.now();
        return watched
                ? at(report, now)
                : last.now(
                        List.of(report.id(), now.day()),
                        now.sequence(),
                        Counted.class,
                        sequence -> at(report, new Moment(now.day(), sequence)));
    }

    /** Of a moment, kept for a minute; a redaction changes what was, too. */
    Counted at(Report report, Moment moment) {
        return recent.answer(
                List.of(report.id(), moment, dataSets.now().sequence()),
                Counted.class,
                () -> count.count(report, moment, any -> {}));
    }
}

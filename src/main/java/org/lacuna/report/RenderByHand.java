package org.lacuna.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Moment;
import org.lacuna.shared.Digest;

/** Renders a report for whoever asks on the console: the bytes that an edition of the same change would have. */
@Singleton
public class RenderByHand {
    private final Reports reports;
    private final CountReport count;
    private final RenderReport render;
    private final DataSets dataSets;

    RenderByHand(Reports reports, CountReport count, RenderReport render, DataSets dataSets) {
        this.reports = reports;
        this.count = count;
        this.render = render;
        this.dataSets = dataSets;
    }

    /** A file. */
    public record File(String format, byte[] body, Digest digest) {}

    /** A format that this machine cannot write, and what would help. */
    public record Missing(String format, String why) {}

    /** What came of it, and where the record was read. */
    public record Done(LocalDate day, long sequence, List<File> files, List<Missing> missing) {}

    /** Ids of all reports. */
    public List<String> ids() {
        return reports.all().stream().map(Report::id).toList();
    }

    /**
     * Counts and renders. What is known to be missing for a format is found before anything is counted, and the other
     * formats are written all the same.
     *
     * @param asOf the day (UTC) whose end is told; now, if it is empty
     * @param sequence number of the last change that counts, if it is not that of the day
     * @param formats none for all that the report has
     * @param progress is told what is done now
     * @throws IllegalArgumentException for an unknown report or format, a day or a change that is still to come
     */
    public Done render(
            String id,
            Optional<LocalDate> asOf,
            Optional<Long> sequence,
            List<String> formats,
            Consumer<String> progress) {
        Report report = reports.find(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a report out of " + ids() + ", found '" + id + "'"));
        List<String> wanted = formats.isEmpty() ? report.formats() : formats;
        if (!report.formats().containsAll(wanted)) {
            throw new IllegalArgumentException("expected formats out of " + report.formats() + ", found " + wanted);
        }
        Moment moment = moment(asOf, sequence);
        List<File> files = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        List<String> possible = wanted.stream()
                .filter(format -> works(format, missing, () -> render.check(format)))
                .toList();
        if (!possible.isEmpty()) {
            Counted counted = count.count(report, moment, progress);
            for (String format : possible) {
                progress.accept(id + ": writing " + format);
                works(format, missing, () -> files.add(file(format, render.render(counted, format))));
            }
        }
        return new Done(moment.day(), moment.sequence(), files, missing);
    }

    private static boolean works(String format, List<Missing> missing, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Pdf.NotSet none) {
            missing.add(new Missing(format, none.getMessage()));
            return false;
        }
    }

    private static File file(String format, byte[] body) {
        return new File(format, body, Digest.of(body));
    }

    private Moment moment(Optional<LocalDate> asOf, Optional<Long> sequence) {
        Moment moment = asOf.map(dataSets::at).orElseGet(dataSets::now);
        sequence.filter(at -> at < 0 || at > dataSets.now().sequence()).ifPresent(at -> {
            throw new IllegalArgumentException(
                    "expected a change up to " + dataSets.now().sequence() + ", the last one, found " + at);
        });
        return sequence.map(at -> new Moment(moment.day(), at)).orElse(moment);
    }
}

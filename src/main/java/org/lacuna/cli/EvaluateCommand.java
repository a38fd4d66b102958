package org.lacuna.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lacuna.crawl.detect.Evaluated;
import org.lacuna.crawl.detect.Evaluation;
import org.lacuna.crawl.detect.PageIndex;
import org.lacuna.crawl.detect.Score;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.InvalidFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Results go to standard output as CSV, everything for a person to standard error. */
@Command(
        name = "evaluate",
        description = {
            "Reads kept pages whose truth is known and tells, page by page, what the definitions say.",
            "On standard output: CSV (RFC 4180, UTF-8, lines end with LF) with the columns"
                    + " file,platform,truth,said,rule,correct.",
            "On standard error: what could not be read, and at the end the lines 'pages N', 'correct N', 'unclear N',"
                    + " 'false-alarms N', and 'unread N' if there are any."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every page was read, whatever was said about it",
            "1:a page or a line of the index could not be read; the others were",
            "2:there is no such index, or it lacks a column"
        })
class EvaluateCommand implements Callable<Integer>, WithoutApplication {
    private static final int SOME_UNREAD = 1;
    private static final int NO_INDEX = 2;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--index",
            required = true,
            paramLabel = "FILE",
            description = {
                "CSV with at least the columns file, platform, outcome, accept, url, http_status and content_type, in any"
                        + " order.",
                "'file' is a path from the index's folder. 'accept' holds outcomes between |; if it is empty, only"
                        + " 'outcome' is right. Without an HTTP status it is not known.",
                "Headers may stand in a column 'headers', as a JSON object or as 'Name: value' lines, or in columns such"
                        + " as 'header_link'."
            })
    Path index;

    private Score score = Score.NOTHING;
    private boolean complaints;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(index) || !Files.isReadable(index)) {
            say("expected a CSV file that can be read, found none at " + index);
            return NO_INDEX;
        }
        Evaluation evaluation = new Evaluation(new Platforms());
        PrintWriter out = spec.commandLine().getOut();
        // without a buffer of its own: the printer has one
        CsvWriter csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(out);
        try {
            new PageIndex(index).forEach(page -> tell(csv, evaluation.evaluate(page)));
            header(csv);
        } catch (InvalidFile refused) {
            say(refused.getMessage());
            return score.pages() == 0 ? NO_INDEX : SOME_UNREAD;
        } catch (UncheckedIOException unreadable) {
            say("expected an index that can be read to its end, found " + unreadable.getMessage());
            return SOME_UNREAD;
        } finally {
            out.flush();
        }
        summary();
        return complaints ? SOME_UNREAD : 0;
    }

    /** Once, and not before the index is known to be one. */
    private void header(CsvWriter csv) {
        if (score.pages() == 0) {
            csv.writeRecord("file", "platform", "truth", "said", "rule", "correct");
        }
    }

    private void tell(CsvWriter csv, Evaluated page) {
        header(csv);
        score = score.and(page);
        csv.writeRecord(
                page.page().file(),
                page.page().platform(),
                page.page().truth(),
                page.said().word(),
                page.rule().orElse(""),
                String.valueOf(page.correct()));
        page.problems().forEach(problem -> {
            complaints = true;
            say(index + ":" + page.page().line() + ": " + problem);
        });
    }

    private void summary() {
        say("pages " + score.pages());
        say("correct " + score.correct());
        say("unclear " + score.unclear());
        say("false-alarms " + score.falseAlarms());
        if (score.unread() > 0) {
            say("unread " + score.unread());
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}

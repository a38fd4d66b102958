package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.report.RecomputeEdition;
import org.lacuna.report.RenderByHand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts reports by hand. Progress goes to standard error, what was written to standard output. */
@Command(name = "report", description = "Counts reports of the public record, as the editions on the site are counted.")
class ReportCommand {
    @Spec
    CommandSpec spec;

    @Inject
    RenderByHand reports;

    @Inject
    RecomputeEdition recompute;

    @Command(name = "list", description = "Names the reports there are.")
    int list() {
        reports.ids().forEach(out()::println);
        out().flush();
        return 0;
    }

    @Command(
            name = "render",
            description = {
                "Counts a report and writes its files, with their digests.",
                "Nothing of it is published, and nobody has reviewed it."
            })
    int render(
            @Parameters(paramLabel = "ID", description = "A report, as `lacuna report list` names it.") String id,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            description = "Tell the end of this day (UTC), such as 2026-11-28; else now.")
                    Optional<LocalDate> asOf,
            @Option(
                            names = "--sequence",
                            paramLabel = "NUMBER",
                            description = "Read the record up to this change, as the page of an edition names it.")
                    Optional<Long> sequence,
            @Option(
                            names = "--format",
                            split = ",",
                            paramLabel = "FORMAT",
                            description = "html, csv, json, pdf; all that the report has if none is named.")
                    List<String> formats,
            @Option(names = "--into", paramLabel = "FOLDER", description = "Where the files are written; else here.")
                    Optional<Path> folder) {
        long begun = System.nanoTime();
        try {
            RenderByHand.Done done = reports.render(
                    id, asOf, sequence, formats == null ? List.of() : formats, what -> told(begun, what));
            Path into = Files.createDirectories(folder.orElse(Path.of("")).toAbsolutePath());
            out().printf("as of %s, change %d%n", done.day(), done.sequence());
            for (RenderByHand.File file : done.files()) {
                Path written = into.resolve(id + "-" + done.day() + "." + file.format());
                Files.write(written, file.body());
                out().printf("%s  %10d  %s%n", file.digest(), file.body().length, written.getFileName());
            }
            out().flush();
            done.missing().forEach(each -> told(begun, each.format() + " could not be written: " + each.why()));
            told(begun, "done");
            return done.missing().isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            return failed(wrong.getMessage(), 2);
        } catch (IOException failed) {
            return failed("the files could not be written: " + failed, 1);
        } catch (IllegalStateException failed) {
            return failed(failed.getMessage(), 1);
        }
    }

    @Command(
            name = "check",
            description = {
                "Counts a published edition again and compares its digests: what its document says was published with what"
                        + " comes out here.",
                "Needs the record that the edition was counted over. Nothing is written."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all is well",
                "1:something is wrong; it is named",
                "2:it could not be checked; it says why"
            })
    int check(
            @Parameters(
                            paramLabel = "DOCUMENT",
                            description =
                                    "A file: what /reports/ID/NUMBER/document.json gave, or /api/v1/editions/ID/NUMBER.")
                    Path document) {
        long begun = System.nanoTime();
        try {
            RecomputeEdition.Done done = recompute.recompute(Files.readAllBytes(document), what -> told(begun, what));
            out().printf("%s, as of %s, change %d%n", done.edition(), done.day(), done.sequence());
            out().printf("%s  is the document, which the change feed and the log name so%n", done.document());
            done.files().stream().filter(RecomputeEdition.Compared::same).forEach(file -> out().printf(
                            "%s  is the %s again%n", file.published(), file.format()));
            List<RecomputeEdition.Compared> wrong =
                    done.files().stream().filter(file -> !file.same()).toList();
            wrong.forEach(file -> out().printf("WRONG: %s%n", wrong(file, done.missing())));
            out().println(wrong.isEmpty() ? "all is well" : wrong.size() + " things are wrong");
            out().flush();
            return wrong.isEmpty() ? 0 : 1;
        } catch (IllegalArgumentException wrong) {
            return failed(wrong.getMessage(), 2);
        } catch (IOException failed) {
            return failed("expected a file that can be read, found none: " + failed, 2);
        } catch (IllegalStateException failed) {
            return failed(failed.getMessage(), 2);
        }
    }

    private static String wrong(RecomputeEdition.Compared file, List<RenderByHand.Missing> missing) {
        return file.found()
                .map(found ->
                        "the " + file.format() + " comes to " + found + ", and " + file.published() + " was published")
                .orElseGet(() -> missing.stream()
                        .filter(each -> each.format().equals(file.format()))
                        .map(each -> "the " + each.format() + " could not be written: " + each.why())
                        .collect(Collectors.joining()));
    }

    private void told(long begun, String what) {
        spec.commandLine().getErr().printf("%6.1f s  %s%n", (System.nanoTime() - begun) / 1e9, what);
        spec.commandLine().getErr().flush();
    }

    private int failed(String why, int code) {
        spec.commandLine().getErr().println(why);
        spec.commandLine().getErr().flush();
        return code;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

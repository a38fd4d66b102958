package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lacuna.publication.bulk.BulkFile;
import org.lacuna.publication.bulk.BulkSet;
import org.lacuna.publication.bulk.BulkSets;
import org.lacuna.publication.bulk.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes bulk files at once instead of in the night. */
@Command(
        name = "export-files",
        description =
                "Makes a set of bulk files of the public record, which is served from then on, and names its files.")
class ExportFilesCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = {
                "Write the files there instead; they are served by nobody.",
                "What is redacted later stays in them: delete them when you need them no more."
            })
    Optional<Path> folder;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "With --into: csv, ndjson, parquet; all of them if none is named.")
    List<String> formats = List.of();

    @Inject
    BulkSets sets;

    @Override
    public Integer call() {
        if (folder.isEmpty() && !formats.isEmpty()) {
            return failed("--format goes with --into: a set that is served has all formats", 2);
        }
        long begun = System.nanoTime();
        try {
            if (folder.isPresent()) {
                Set<Format> wanted = formats.isEmpty()
                        ? EnumSet.allOf(Format.class)
                        : formats.stream().map(Format::named).collect(Collectors.toSet());
                print(sets.into(folder.get(), wanted), begun);
                return 0;
            }
            Optional<String> made = sets.make();
            if (made.isEmpty()) {
                return failed("another process is making bulk files; try again when it is done", 1);
            }
            out().println(made.get());
            print(sets.find(made.get()).map(BulkSet::files).orElse(List.of()), begun);
            return 0;
        } catch (IOException failed) {
            return failed("the files could not be written: " + failed.getMessage(), 1);
        } catch (IllegalArgumentException misspelt) {
            return failed(misspelt.getMessage(), 2);
        } catch (UncheckedIOException | IllegalStateException failed) {
            return failed(failed.getMessage(), 1);
        }
    }

    private void print(List<BulkFile> files, long begun) {
        files.forEach(file -> out().printf(
                        "%12d  %s%s%n",
                        file.bytes(),
                        file.name(),
                        file.rows().map(rows -> "  " + rows + " rows").orElse("")));
        out().flush();
        spec.commandLine().getErr().printf("in %.1f seconds%n", (System.nanoTime() - begun) / 1e9);
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

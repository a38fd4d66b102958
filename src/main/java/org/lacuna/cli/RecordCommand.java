package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.lacuna.cases.ExportRecord;
import org.lacuna.cases.ImportRecord;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.publication.PublishRecord;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files of the record in and writes them out. Progress goes to standard error, results to standard output. */
@Command(
        name = "record",
        description =
                "Imports and exports the record as YAML files, one for each incident; publishes what is not public.")
class RecordCommand {
    private static final long PROGRESS_AFTER = 10_000;

    @Spec
    CommandSpec spec;

    @Inject
    ImportRecord importRecord;

    @Inject
    ExportRecord exportRecord;

    @Inject
    PublishRecord publishRecord;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Command(
            name = "import",
            description = "Records what is new in these files: all of them or none. What is recorded already is never"
                    + " changed.")
    int take(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML files, or folders that hold them")
                    List<Path> paths) {
        List<TextFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(TextFile.in(path, ".yaml"));
            } else if (Files.isReadable(path)) {
                files.add(TextFile.read(path));
            } else {
                err().println("expected a file or a folder that can be read, found " + path);
                return 2;
            }
        }
        err().println("reading " + files.size() + " files");
        try {
            ImportRecord.Imported done = importRecord.files(files);
            out().println(done.incidents() + " incidents with " + done.cases() + " cases read, "
                    + done.changed().size() + " cases have new facts");
            return 0;
        } catch (InvalidFile refused) {
            err().println(refused.getMessage());
            err().println("Nothing was imported.");
            return 1;
        }
    }

    @Command(
            name = "export",
            description = {
                "Writes one YAML file for each incident into a folder.",
                "The files hold shielded entries too: keep them as safe as the database."
            })
    int give(
            @Parameters(paramLabel = "FOLDER", description = "is made if it is not there") Path folder,
            @Option(
                            names = "--as-of",
                            paramLabel = "DAY",
                            description = "as it stood at the end of this day (UTC), such as 2026-12-31")
                    Optional<LocalDate> asOf)
            throws IOException {
        Instant moment = asOf.map(day ->
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1))
                .orElseGet(clock::instant);
        Files.createDirectories(folder);
        List<String> incidents = exportRecord.incidents(moment);
        // Before the first file: an export that breaks off has handed something out too.
        audit.onConsole(
                DeskAction.EXPORTED_RECORD, "record", incidents.size() + " incidents, shielded entries included");
        for (int i = 0; i < incidents.size(); i++) {
            TextFile file = exportRecord.file(incidents.get(i), moment);
            Files.writeString(folder.resolve(file.name()), file.text());
            err().printf("%d of %d: %s%n", i + 1, incidents.size(), file.name());
        }
        out().println(incidents.size() + " incidents written to " + folder);
        return 0;
    }

    @Command(
            name = "publish",
            description = {
                "Publishes what is recorded and has no public document, as after facts came into the database by"
                        + " another way.",
                "What is broken off goes on when it is called again."
            })
    int publish() {
        PublishRecord.Done done = publishRecord.missing(new Progress());
        out().println(done.incidents() + " incidents had no document");
        done.failed().forEach(each -> err().println("could not publish " + each.incident() + ": "
                + each.reason().getMessage()));
        return done.failed().isEmpty() ? 0 : 1;
    }

    /** Tells each time that so many more are done. */
    private final class Progress implements LongConsumer {
        private long next = PROGRESS_AFTER;

        @Override
        public void accept(long done) {
            if (done >= next) {
                err().println(done + " incidents");
                next = done - done % PROGRESS_AFTER + PROGRESS_AFTER;
            }
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

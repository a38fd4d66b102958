package org.lacuna.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.lacuna.fetch.NamedSite;
import org.lacuna.ledger.check.CheckExport;
import org.lacuna.ledger.check.CheckLog;
import org.lacuna.ledger.check.KnownFiles;
import org.lacuna.ledger.check.LogFiles;
import org.lacuna.ledger.note.NoteKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For anybody: is the log what it was, and is a bulk file what the log says? Needs public files alone. */
@Command(
        name = "verify",
        description = {
            "Checks a log, and a bulk file of cases against it, from public files alone.",
            "With --state it remembers the checkpoint and checks next time that the log has only grown; a run that was"
                    + " interrupted goes on from what it had read."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something is wrong; it is named", "2:it could not be checked; it says why"})
class VerifyCommand implements Callable<Integer>, WithoutApplication {
    private static final int WRONG = 1;
    private static final int NOT_CHECKED = 2;
    private static final long TELL_EVERY_NANOS = 1_000_000_000L;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "URL|FOLDER",
            description = "The address of the site, or a folder with the files below /log/.")
    String log;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "NAME+ID+KEY",
            description = "The log's key as /log shows it, from a place that you trust.")
    String key;

    @Option(names = "--export", paramLabel = "FILE", description = "A bulk file: cases.ndjson, or packed as .gz.")
    Optional<Path> export;

    @Option(
            names = "--at",
            paramLabel = "NUMBER",
            description = "At which change the bulk file was made: the number in the name of its set.")
    Optional<Long> at;

    @Option(names = "--state", paramLabel = "FOLDER", description = "Where to remember what was seen.")
    Optional<Path> state;

    private long told;

    @Override
    public Integer call() {
        try {
            LogFiles files = Files.isDirectory(Path.of(log)) ? folder(Path.of(log)) : site();
            Optional<KnownFiles> known = state.map(folder -> new KnownFiles(folder, files));
            CheckLog check =
                    new CheckLog(known.map(LogFiles.class::cast).orElse(files), NoteKey.parse(key), this::progress);
            return check(check, known);
        } catch (CheckLog.NotBelieved proven) {
            print("WRONG: " + proven.getMessage());
            return WRONG;
        } catch (IOException | IllegalArgumentException failed) {
            say("could not be checked: " + failed.getMessage());
            return NOT_CHECKED;
        }
    }

    private int check(CheckLog check, Optional<KnownFiles> known) throws IOException, CheckLog.NotBelieved {
        Optional<byte[]> remembered = known.isPresent() ? known.get().remembered() : Optional.empty();
        byte[] checkpoint = check.check(remembered);
        print(entries(checkpoint) + " entries are what the signed checkpoint says");
        remembered.ifPresent(before -> print("the log has grown from " + entries(before) + " entries to "
                + entries(checkpoint) + "; nothing before was changed"));
        List<String> wrong = new ArrayList<>(check.wrong());
        if (export.isPresent()) {
            CheckExport compared =
                    new CheckExport(check, at.map(OptionalLong::of).orElse(OptionalLong.empty()));
            try (InputStream file = open(export.get())) {
                wrong.addAll(compared.compare(file));
            }
            print(compared.records() + " records of the bulk file were compared");
        }
        wrong.forEach(each -> print("WRONG: " + each));
        if (wrong.isEmpty() && known.isPresent()) {
            known.get().remember(checkpoint);
        }
        print(wrong.isEmpty() ? "all is well" : wrong.size() + " things are wrong");
        return wrong.isEmpty() ? 0 : WRONG;
    }

    private LogFiles site() {
        NamedSite site = new NamedSite(log);
        return path -> site.read("log/" + path);
    }

    private static LogFiles folder(Path folder) {
        return path -> Files.readAllBytes(folder.resolve(path));
    }

    private static String entries(byte[] checkpoint) {
        return new String(checkpoint, StandardCharsets.UTF_8).split("\n")[1];
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private void progress(long entries) {
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
            told = System.nanoTime();
            say(entries + " entries read");
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}

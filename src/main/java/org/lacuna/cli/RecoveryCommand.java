package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lacuna.desk.door.GiveAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For the day on which no editor can open what is stored. */
@Command(
        name = "recovery",
        description = "Uses the recovery key that was shown at the first start.",
        synopsisSubcommandLabel = "COMMAND")
class RecoveryCommand {
    @Spec
    CommandSpec spec;

    /** Not by constructor: the command line is also read where there is no container yet. */
    @Inject
    GiveAccess access;

    @Command(
            name = "give",
            description = "Lets an editor open every submission that is stored. The recovery key (AGE-SECRET-KEY-1…) is"
                    + " read from standard input, or from a file; never from the command line, which others can see.")
    int give(
            @Parameters(paramLabel = "NAME", description = "name of the editor") String name,
            @Option(names = "--key-file", paramLabel = "FILE", description = "a file that holds the key")
                    Optional<Path> file)
            throws IOException {
        try {
            long given = access.giveWithRecoveryKey(key(file), name);
            spec.commandLine().getOut().println(given + " submissions given to " + name);
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IllegalArgumentException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private static byte[] key(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            return Files.readString(file.get()).strip().getBytes(StandardCharsets.UTF_8);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return Optional.ofNullable(line).orElse("").strip().getBytes(StandardCharsets.UTF_8);
    }
}

package org.lacuna.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lacuna.api.access.ApiKeys;
import org.lacuna.ledger.HandOverKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For whoever reads so much that the limits of the API stand in the way. */
@Command(
        name = "key",
        description = "Gives and takes back keys of the API, and hands over the key that signs.",
        synopsisSubcommandLabel = "COMMAND")
class KeyCommand {
    @Spec
    CommandSpec spec;

    /** Not by constructor: the command line is also read where there is no container yet. */
    @Inject
    ApiKeys keys;

    @Inject
    HandOverKey handOver;

    @Command(
            name = "give",
            description = "Makes a key and tells it, this once. It is sent as Authorization: Bearer KEY, never in an"
                    + " address.")
    int give(
            @Parameters(paramLabel = "NAME", description = "of whoever gets it, such as daily-news") String name,
            @Option(
                            names = "--per-minute",
                            required = true,
                            paramLabel = "N",
                            description = "requests that are answered in a minute, on each process")
                    int perMinute) {
        try {
            say(spec.commandLine().getOut(), keys.give(name, perMinute));
            return 0;
        } catch (IllegalArgumentException refused) {
            say(spec.commandLine().getErr(), refused.getMessage());
            return 1;
        }
    }

    @Command(name = "list", description = "Says which keys were given, and which of them hold.")
    int list() {
        keys.list()
                .forEach(key -> say(
                        spec.commandLine().getOut(),
                        key.name() + ": " + key.perMinute() + " per minute, given " + key.given()
                                + key.revoked().map(day -> ", revoked " + day).orElse("")));
        return 0;
    }

    @Command(name = "revoke", description = "Takes a key back, on every node within two seconds.")
    int revoke(@Parameters(paramLabel = "NAME", description = "of whoever has it") String name) {
        if (keys.revoke(name)) {
            say(spec.commandLine().getOut(), "revoked the key of " + name);
            return 0;
        }
        say(spec.commandLine().getErr(), "expected the name of a key that holds, found '" + name + "'; see key list");
        return 1;
    }

    @Command(
            name = "hand-over",
            description =
                    "Puts another key in the place of the one that signs what the service publishes. The old one signs"
                            + " in the log that the new one follows it. Then give the file to every process that answers the"
                            + " public, and start them anew.")
    int handOver(
            @Parameters(paramLabel = "FILE", description = "of the new key; it is made if there is none") Path file) {
        try {
            say(spec.commandLine().getOut(), handOver.to(file));
            return 0;
        } catch (IllegalStateException | UncheckedIOException refused) {
            say(spec.commandLine().getErr(), refused.getMessage());
            return 1;
        }
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}

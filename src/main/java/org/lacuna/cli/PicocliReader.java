package org.lacuna.cli;

import java.util.OptionalInt;
import org.lacuna.boot.CommandLineReader;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line without running anything. */
public final class PicocliReader implements CommandLineReader {
    @Override
    public OptionalInt answer(String... words) {
        CommandLine line = line();
        try {
            Integer answered = CommandLine.executeHelpRequest(line.parseArgs(words));
            return answered == null ? OptionalInt.empty() : OptionalInt.of(answered);
        } catch (ParameterException misunderstood) {
            return OptionalInt.of(tell(misunderstood, words));
        }
    }

    @Override
    public boolean serves(String... words) {
        ParseResult result = line().parseArgs(words);
        return result.hasSubcommand() && result.subcommand().commandSpec().userObject() instanceof Serve;
    }

    private static int tell(ParameterException misunderstood, String... words) {
        CommandLine line = misunderstood.getCommandLine();
        try {
            return line.getParameterExceptionHandler().handleParseException(misunderstood, words);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static CommandLine line() {
        return new CommandLine(LacunaCommand.class);
    }
}

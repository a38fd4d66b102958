package org.lacuna.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.lacuna.boot.CommandLineReader;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line, and runs of it only what needs no application. */
public final class PicocliReader implements CommandLineReader {
    @Override
    public OptionalInt answer(String... words) {
        CommandLine line = line();
        try {
            ParseResult understood = line.parseArgs(words);
            Integer answered = CommandLine.executeHelpRequest(understood);
            if (answered != null) {
                return OptionalInt.of(answered);
            }
            return last(understood).commandSpec().userObject() instanceof WithoutApplication
                    ? OptionalInt.of(inUtf8(line()).execute(words))
                    : OptionalInt.empty();
        } catch (ParameterException misunderstood) {
            return OptionalInt.of(tell(misunderstood, words));
        }
    }

    @Override
    public boolean serves(String... words) {
        ParseResult result = line().parseArgs(words);
        return result.hasSubcommand() && result.subcommand().commandSpec().userObject() instanceof Serve;
    }

    private static ParseResult last(ParseResult understood) {
        return understood.hasSubcommand() ? last(understood.subcommand()) : understood;
    }

    /** The results of these commands are data, whatever the terminal's language is. */
    private static CommandLine inUtf8(CommandLine line) {
        return line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
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

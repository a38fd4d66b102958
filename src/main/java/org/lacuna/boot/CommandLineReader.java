package org.lacuna.boot;

import java.util.OptionalInt;

/**
 * What the command line asks for, before anything is up. {@code boot} knows no command; {@code cli} answers, found
 * through {@link java.util.ServiceLoader}.
 */
public interface CommandLineReader {
    /**
     * Answers what needs neither database nor application: help, the version, words nobody understands, and commands
     * that only read files.
     *
     * @return the exit code, or nothing if the command has yet to run
     */
    OptionalInt answer(String... words);

    /** Whether these words start the server, rather than a command that does its work and ends. */
    boolean serves(String... words);
}

package org.lacuna.shared;

/**
 * A file that does not follow its format. The message is meant for whoever wrote the file: where, what was expected,
 * what was found and what to do.
 */
public final class InvalidFile extends RuntimeException {
    /**
     * @param where the file and line, counted from 1, such as {@code zoom.yaml:12}
     * @param problem what was expected and what was found
     * @param remedy what to do about it, as a sentence
     */
    public InvalidFile(String where, String problem, String remedy) {
        super(where + ": " + problem + ". " + remedy);
    }
}

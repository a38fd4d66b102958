package org.lacuna.platform;

/**
 * A file under {@code crawlers/} that does not say what the format allows. The message is meant for whoever wrote the
 * file: where it is, what was expected and found, and what to do.
 */
public final class BadDefinition extends RuntimeException {
    /**
     * @param file its path under the project, such as {@code crawlers/zoom.yaml}
     * @param line counted from 1
     * @param problem what was expected and what was found
     * @param remedy what to write instead
     */
    BadDefinition(String file, int line, String problem, String remedy) {
        super("%s, line %d: %s. Remedy: %s.".formatted(file, line, problem, remedy));
    }
}

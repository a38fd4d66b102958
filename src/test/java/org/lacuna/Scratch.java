package org.lacuna;

import java.nio.file.Path;

/** Folders below {@code target} for one process of the tests: two run at once, and neither may find the other's. */
public final class Scratch {
    private static final Path MINE =
            Path.of("target", "tests-of-" + System.getProperty("lacuna.test.process", "one-process"));

    private Scratch() {}

    public static Path folder(String name) {
        return MINE.resolve(name);
    }
}

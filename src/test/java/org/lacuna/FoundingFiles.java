package org.lacuna;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The expected results that lie beside the founding record; a test that needs them is skipped where they are not. */
public final class FoundingFiles {
    private FoundingFiles() {}

    /** The lines of a CSV file without its head. No value in these files holds a comma. */
    public static List<String[]> rows(String name) {
        Path file = Path.of(System.getProperty("lacuna.founding", "../shared/record"), name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: " + name + " is kept beside the project and is not on this machine");
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

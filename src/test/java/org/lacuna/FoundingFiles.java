package org.lacuna;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the founding record must fold to. */
public final class FoundingFiles {
    private FoundingFiles() {}

    /** The lines of a CSV file without its head. No value in these files holds a comma. */
    public static List<String[]> rows(String name) {
        try (InputStream file = FoundingFiles.class.getResourceAsStream("/record/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

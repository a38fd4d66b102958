package org.lacuna.shared;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of text in UTF-8.
 *
 * @param name without folders, for messages
 */
public record TextFile(String name, String text) {
    /**
     * Reads one file.
     *
     * @throws InvalidFile if it is not UTF-8
     */
    public static TextFile read(Path path) {
        String name = path.getFileName().toString();
        try {
            return new TextFile(name, Files.readString(path));
        } catch (CharacterCodingException other) {
            throw new InvalidFile(name, "expected text in UTF-8, found other bytes", "Save the file as UTF-8");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files in this folder of the class path (not below it) whose names have this ending, by name. */
    public static List<TextFile> onClassPath(String folder, String ending) {
        List<TextFile> files = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(folder, path -> files.addAll(in(path, ending)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files.stream().sorted(Comparator.comparing(TextFile::name)).toList();
    }

    /** The files in this folder (not below it) whose names have this ending, by name. */
    public static List<TextFile> in(Path folder, String ending) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(ending))
                    .sorted()
                    .map(TextFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

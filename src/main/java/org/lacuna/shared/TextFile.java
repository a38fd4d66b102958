package org.lacuna.shared;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of text in UTF-8.
 *
 * @param name for messages; without folders where the file was read from one
 */
public record TextFile(String name, String text) {
    /**
     * The text in these bytes.
     *
     * @throws InvalidFile if they are not UTF-8
     */
    public static TextFile of(String name, byte[] bytes) {
        // no text has more characters than bytes
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean broken = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, true)
                .isError();
        text.flip();
        if (broken) {
            long line = 1 + text.chars().filter(c -> c == '\n').count();
            throw new InvalidFile(
                    name + ":" + line, "expected text in UTF-8, found other bytes", "Save the file as UTF-8");
        }
        return new TextFile(name, text.toString());
    }

    /**
     * Reads one file.
     *
     * @throws InvalidFile if it is not UTF-8
     */
    public static TextFile read(Path path) {
        try {
            return of(path.getFileName().toString(), Files.readAllBytes(path));
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

    /** The same text, with a folder before its name. */
    public TextFile under(String folder) {
        return new TextFile(folder + "/" + name, text);
    }
}

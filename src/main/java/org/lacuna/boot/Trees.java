package org.lacuna.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/** Whole folders: their digest, and their end. */
final class Trees {
    private Trees() {}

    /** The digest over names and content of every regular file below, in the order of their names. */
    static Digest digest(Path root, String... except) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (Stream<Path> below = Files.walk(root)) {
            List<Path> files = below.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path ->
                            !Set.of(except).contains(root.relativize(path).toString()))
                    .sorted()
                    .toList();
            for (Path file : files) {
                hash.update((root.relativize(file) + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
                hash.update(Files.readAllBytes(file));
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return Digest.of(hash);
    }

    /** Deletes the folder and everything below; a folder that is not there is no error. */
    static void delete(Path root) throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> below = Files.walk(root)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

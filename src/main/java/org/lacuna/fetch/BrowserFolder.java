package org.lacuna.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The folder that a visit's browser takes for its home. A fresh one each time, closed to others, gone afterwards. */
final class BrowserFolder {
    private static final String PREFIX = "lacuna-visit-";

    /** No visit lasts so long: what is older was left by a process that was killed. */
    private static final Duration OLD = Duration.ofHours(1);

    private BrowserFolder() {}

    static Path fresh() throws IOException {
        Path folder = Files.createTempDirectory(
                PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileTime now = Files.getLastModifiedTime(folder);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.getParent(), PREFIX + "*")) {
            for (Path each : all) {
                if (Files.getOwner(each).equals(Files.getOwner(folder))
                        && Files.getLastModifiedTime(each).toInstant().plus(OLD).isBefore(now.toInstant())) {
                    delete(each);
                }
            }
        } catch (IOException gone) {
            // somebody else is sweeping
        }
        return folder;
    }

    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | UncheckedIOException stays) {
            // an hour later it is swept
        }
    }
}

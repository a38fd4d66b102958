package org.lacuna.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file of 32 random bytes that only its owner may read; made once, never overwritten. */
final class KeyFile {
    static final int BYTES = 32;

    private KeyFile() {}

    static byte[] read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("expected " + BYTES + " bytes in " + file + ", found " + key.length
                        + ". Restore the file from a backup; do not delete it: it opens every stored submission.");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read " + file, unreadable);
        }
    }

    /** Makes the file unless somebody else does so at the same moment; either way it is whole when this returns. */
    static void make(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "new-", ".key");
            try {
                ownerOnly(draft);
                Files.write(draft, Seal.randomBytes(BYTES));
                force(draft, StandardOpenOption.WRITE);
                Files.createLink(file.toAbsolutePath(), draft);
            } catch (FileAlreadyExistsException anotherWasFaster) {
                // Then theirs is the key.
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("could not make " + file, unwritable);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}

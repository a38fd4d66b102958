package org.lacuna.intake.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lacuna.shared.SafeFile;
import org.lacuna.shared.Seal;

/** A file of 32 random bytes that only its owner may read; made once, never overwritten. */
final class KeyFile {
    static final int BYTES = 32;

    private KeyFile() {}

    static byte[] read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException(
                        "expected " + BYTES + " bytes in " + file + ", found " + key.length
                                + ". Restore the file from a backup; do not delete it: without it no receipt finds its submission.");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read " + file, unreadable);
        }
    }

    /** Makes the file unless somebody else does so at the same moment; either way it is whole when this returns. */
    static void make(Path file) {
        try {
            SafeFile.writeOnce(file, Seal.randomBytes(BYTES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("could not make " + file, unwritable);
        }
    }
}

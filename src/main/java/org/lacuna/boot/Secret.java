package org.lacuna.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.lacuna.shared.SafeFile;

/** A random password in a file that nobody but its owner reads (mode 0600). */
final class Secret {
    private static final int BYTES = 32;

    private Secret() {}

    /** Reads the password, and takes from others the right to read it should they have gained it. */
    static String read(Path file) throws IOException {
        SafeFile.close(file);
        return Files.readString(file).strip();
    }

    /** 64 hexadecimal digits, so that no quoting can go wrong, written whole or not at all. */
    static void write(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        SafeFile.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
    }
}

package org.lacuna.evidence;

import java.nio.file.Path;

/**
 * Where an exchange is kept: these bytes of this file, whose SHA-256 digest is its name.
 *
 * @param file the WARC file; while it is written its name ends with {@code .open}
 * @param offset where the exchange begins, in bytes
 * @param length of the exchange, in bytes
 */
public record Place(Path file, long offset, long length) {
    /** The name that the file has, or will have once it is whole. */
    public Path done() {
        return done(file);
    }

    static Path done(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(WarcFile.OPEN)
                ? file.resolveSibling(name.substring(0, name.length() - WarcFile.OPEN.length()))
                : file;
    }
}

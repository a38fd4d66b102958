package org.lacuna.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Looks at a file while it streams through, and refuses what cannot be taken. */
final class FileCheck {
    private FileCheck() {}

    /** What a file turned out to be. */
    record Found(String kind, long bytes) {}

    static Found copy(String name, InputStream from, OutputStream to, long mostBytes) throws IOException {
        long length = from.transferTo(to); // REPLACED WHEN evidence.files ARRIVES
        return new Found("text", length);
    }
}

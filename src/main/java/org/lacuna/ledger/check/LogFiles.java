package org.lacuna.ledger.check;

import java.io.IOException;

/** Where the files of a log are read from. */
@FunctionalInterface
public interface LogFiles {
    /**
     * The bytes of a file.
     *
     * @param path below {@code /log/}, such as {@code checkpoint}
     * @throws IOException if there is none, or it cannot be read
     */
    byte[] read(String path) throws IOException;
}

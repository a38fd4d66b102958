package org.lacuna.intake;

import java.io.IOException;
import java.io.InputStream;

/** Files on their way in, one after the other; each can be read once. */
@FunctionalInterface
public interface ArrivingFiles {
    /** No files. */
    ArrivingFiles NONE = taker -> {};

    /** Takes one file; it is read when this returns. */
    @FunctionalInterface
    interface Taker {
        void take(String name, InputStream bytes) throws IOException;
    }

    /** Hands each file over. */
    void each(Taker taker) throws IOException;
}

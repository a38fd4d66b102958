package org.lacuna.evidence.files;

import java.io.IOException;

/** Reads one format from its first byte to its last, and refuses what does not keep to it. */
interface Walk {
    /** Reads to where the format ends; that nothing stands after it is checked by {@link Passing#finish()}. */
    void walk(Passing file) throws IOException, RefusedFile;
}

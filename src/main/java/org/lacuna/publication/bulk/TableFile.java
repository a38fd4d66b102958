package org.lacuna.publication.bulk;

import java.io.IOException;

/** A file that rows are written to, one after the other, in memory that does not grow with them. */
interface TableFile extends AutoCloseable {
    /**
     * @param body canonical bytes of the row's document
     */
    void write(Row row, byte[] body) throws IOException;

    /** Ends the file; what was opened to write it is closed by whoever opened it. */
    @Override
    void close() throws IOException;
}

package org.lacuna.intake;

import java.io.OutputStream;
import java.util.Arrays;

/** Writes closed bytes into rows of a bounded size. */
final class PartsOut extends OutputStream {
    private static final int PART = 256 * 1024;

    private final SubmissionQueries queries;
    private final ItemId item;
    private final byte[] part = new byte[PART];
    private int filled;
    private int position;
    private long written;

    PartsOut(SubmissionQueries queries, ItemId item) {
        this.queries = queries;
        this.item = item;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int step = Math.min(length - done, PART - filled);
            System.arraycopy(bytes, offset + done, part, filled, step);
            filled += step;
            done += step;
            if (filled == PART) {
                writePart();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            writePart();
        }
    }

    private void writePart() {
        queries.insertPart(item, position++, Arrays.copyOf(part, filled));
        written += filled;
        filled = 0;
    }

    long written() {
        return written;
    }
}

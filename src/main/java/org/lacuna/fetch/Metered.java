package org.lacuna.fetch;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One layer of content, read no further than its cap and no longer than the time allows. */
final class Metered extends FilterInputStream {
    private final Watch watch;
    private long left;

    Metered(InputStream in, int cap, Watch watch) {
        super(in);
        this.left = cap;
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        watch.checkTime();
        int read = super.read(buffer, offset, length);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw watch.stopAsTooLarge();
        }
        return read;
    }

    /** The content as received. A decoder that writes nothing for long still has to ask for more here. */
    static final class Source extends ByteArrayInputStream {
        private final Watch watch;

        /** All of it, read-only. */
        byte[] content() {
            return buf;
        }

        Source(byte[] content, Watch watch) {
            super(content);
            this.watch = watch;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            watch.checkTime();
            return super.read(buffer, offset, length);
        }
    }

    /** Remembers why the reading stopped, whatever the decoders make of the exception on its way up. */
    static final class Watch {
        private final Deadline deadline;
        private boolean tooLarge;
        private boolean tooLate;

        Watch(Deadline deadline) {
            this.deadline = deadline;
        }

        void checkTime() {
            if (deadline.passed()) {
                tooLate = true;
                throw new IllegalStateException("no time left");
            }
        }

        IOException stopAsTooLarge() {
            tooLarge = true;
            return new IOException("too large");
        }

        boolean tooLarge() {
            return tooLarge;
        }

        boolean tooLate() {
            return tooLate;
        }
    }
}

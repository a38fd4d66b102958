package org.lacuna.evidence.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** A file on its way from one stream to the other, read by a {@link Walk}. Every byte goes on, read or not. */
final class Passing {
    private static final int BUFFER = 64 * 1024;

    private final InputStream from;
    private final OutputStream to;
    private final long most;
    private final byte[] buffer = new byte[BUFFER];
    private final ZipEnd zipEnd = new ZipEnd();
    private int next;
    private int filled;
    private long before;

    Passing(InputStream from, OutputStream to, long most) {
        this.from = from;
        this.to = to;
        this.most = most;
    }

    /** The first 64 KiB, or all there is; they are still to be read. */
    byte[] beginning() throws IOException, RefusedFile {
        if (position() != 0) {
            throw new IllegalStateException("expected to be asked before anything is read");
        }
        if (!more()) {
            throw new RefusedFile(Reason.EMPTY);
        }
        return Arrays.copyOf(buffer, filled);
    }

    /** How many bytes were read. */
    long position() {
        return before + next;
    }

    boolean more() throws IOException, RefusedFile {
        if (next == filled) {
            fill();
        }
        return next < filled;
    }

    int one() throws IOException, RefusedFile {
        if (!more()) {
            throw new RefusedFile(Reason.BROKEN);
        }
        return buffer[next++] & 0xff;
    }

    /** An unsigned number of at most 7 bytes, the highest first. */
    long number(int bytes) throws IOException, RefusedFile {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | one();
        }
        return number;
    }

    /** An unsigned number of at most 7 bytes, the lowest first. */
    long littleNumber(int bytes) throws IOException, RefusedFile {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) one() << 8 * i;
        }
        return number;
    }

    /** A few bytes; never as many as the file says. */
    byte[] take(int length) throws IOException, RefusedFile {
        byte[] taken = new byte[length];
        for (int i = 0; i < length; i++) {
            taken[i] = (byte) one();
        }
        return taken;
    }

    void pass(long length, Eye eye) throws IOException, RefusedFile {
        long left = length;
        while (left > 0) {
            if (!more()) {
                throw new RefusedFile(Reason.BROKEN);
            }
            int now = (int) Math.min(left, filled - next);
            eye.see(buffer, next, now);
            next += now;
            left -= now;
        }
    }

    void passAll(Eye eye) throws IOException, RefusedFile {
        while (more()) {
            pass(filled - next, eye);
        }
    }

    /**
     * Writes what is left.
     *
     * @return the length of the file
     * @throws RefusedFile if the walk ended before the file, or a zip archive ends where it ends
     */
    long finish() throws IOException, RefusedFile {
        if (more()) {
            throw new RefusedFile(Reason.DATA_AFTER_THE_END);
        }
        zipEnd.refuseAt(position());
        return position();
    }

    private void fill() throws IOException, RefusedFile {
        to.write(buffer, 0, filled);
        before += filled;
        next = 0;
        filled = 0;
        int read = from.readNBytes(buffer, 0, BUFFER);
        if (before + read > most) {
            throw new RefusedFile(Reason.TOO_LARGE);
        }
        zipEnd.see(buffer, 0, read);
        filled = read;
    }
}

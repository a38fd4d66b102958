package org.lacuna.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of which it can be said how they end, after they are read: a body that was cut must not be taken for a whole one. */
final class EndSeen extends FilterInputStream {
    private static final int MOST = 1024;

    private byte[] end = new byte[0];

    EndSeen(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read >= MOST) {
            end = Arrays.copyOfRange(bytes, offset + read - MOST, offset + read);
        } else if (read > 0) {
            byte[] both = Arrays.copyOf(end, end.length + read);
            System.arraycopy(bytes, offset, both, end.length, read);
            end = Arrays.copyOfRange(both, Math.max(0, both.length - MOST), both.length);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left; whether all of it ends so, blanks at the very end apart. */
    boolean endsWith(String text) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return new String(end, StandardCharsets.ISO_8859_1).stripTrailing().endsWith(text);
    }
}

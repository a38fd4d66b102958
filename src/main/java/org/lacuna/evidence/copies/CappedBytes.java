package org.lacuna.evidence.copies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.stream.Stream;

/** Gathers a copy, up to a size. */
final class CappedBytes extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    CappedBytes(int most) {
        this.most = most;
    }

    @Override
    public void write(int each) throws IOException {
        require(1);
        bytes.write(each);
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
        require(length);
        bytes.write(piece, from, length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Whether that was the reason; encoders wrap it. */
    static boolean wasFull(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(Full.class::isInstance);
    }

    private void require(int more) throws Full {
        if (bytes.size() > most - more) {
            throw new Full();
        }
    }

    /** There is no room for more. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

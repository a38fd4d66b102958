package org.lacuna.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a visit has sent and received; past the cap nothing goes through any more. */
final class ProxyMeter {
    private final long mostBytes;
    private final int mostConnections;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();

    ProxyMeter(long mostBytes, int mostConnections) {
        this.mostBytes = mostBytes;
        this.mostConnections = mostConnections;
    }

    /** Thrown inside the proxy to end a connection that would go past the cap. */
    static final class Spent extends IOException {
        private static final long serialVersionUID = 1;
    }

    boolean spent() {
        return bytes.get() > mostBytes || connections.get() > mostConnections;
    }

    void connection() throws Spent {
        connections.incrementAndGet();
        check();
    }

    private void check() throws Spent {
        if (spent()) {
            throw new Spent();
        }
    }

    /** Copies up to so many bytes, or to the end, handing on each as soon as it is there. */
    void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = most;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            bytes.addAndGet(read);
            check();
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Writes and counts. */
    void write(OutputStream out, byte[] written) throws IOException {
        bytes.addAndGet(written.length);
        check();
        out.write(written);
    }
}

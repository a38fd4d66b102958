package org.lacuna.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that can be told to fail. */
class FailingDisk implements Disk {
    /** The longest record that still fits. */
    int room = Integer.MAX_VALUE;

    boolean forgets;
    boolean cannotCut;

    @Override
    public Sink create(Path file) throws IOException {
        Sink real = Disk.REAL.create(file);
        return new Sink() {
            @Override
            public void append(byte[] bytes) throws IOException {
                if (bytes.length > room) {
                    // as a disk does it: a part still fits
                    real.append(Arrays.copyOf(bytes, bytes.length / 2));
                    throw new IOException("No space left on device");
                }
                real.append(bytes);
            }

            @Override
            public void force() throws IOException {
                if (forgets) {
                    throw new IOException("Input/output error");
                }
                real.force();
            }

            @Override
            public void cut(long length) throws IOException {
                if (cannotCut) {
                    throw new IOException("Input/output error");
                }
                real.cut(length);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }
}

package org.lacuna.publication.bulk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SafeFile;

/** A file that is being written: counted, hashed, and on the disk when it is finished. */
final class SetFile extends OutputStream {
    private static final int BUFFER = 1 << 16;

    private final FileOutputStream file;
    private final Hashing hashing;
    private final OutputStream buffered;

    SetFile(Path path) throws IOException {
        SafeFile.makeFile(path);
        file = new FileOutputStream(path.toFile());
        hashing = new Hashing(file);
        buffered = new BufferedOutputStream(hashing, BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
        buffered.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        buffered.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        buffered.flush();
    }

    /** Writers close what they write to; it is still to be finished then. */
    @Override
    public void close() throws IOException {
        buffered.flush();
    }

    /** Returns when all of it is on the disk. */
    BulkFile finish(String name, String media, java.util.Optional<Long> rows) throws IOException {
        buffered.flush();
        file.getFD().sync();
        file.close();
        return new BulkFile(name, media, hashing.count, Digest.of(hashing.hash), rows);
    }

    /** Lets the file go, whatever state it is in. */
    void abandon() throws IOException {
        file.close();
    }

    private static final class Hashing extends FilterOutputStream {
        private final MessageDigest hash = Digest.sha256();
        private long count;

        Hashing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            hash.update(bytes, from, length);
            count += length;
        }
    }
}

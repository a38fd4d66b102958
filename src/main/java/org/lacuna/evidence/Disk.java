package org.lacuna.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.lacuna.shared.SafeFile;

/** The little that an archive asks of a disk; tests bring one that fails. */
interface Disk {
    /** The real one. Not a FileChannel: an interrupted thread closes that for all others. */
    Disk REAL = file -> {
        SafeFile.makeFile(file);
        return new Opened(new RandomAccessFile(file.toFile(), "rw"));
    };

    /** Makes a new file for its owner alone. */
    Sink create(Path file) throws IOException;

    /** A file that only grows, except after a failure. */
    interface Sink extends Closeable {
        void append(byte[] bytes) throws IOException;

        /** Returns when all of it is on the disk. */
        void force() throws IOException;

        void cut(long length) throws IOException;
    }

    /** A file of the operating system. */
    record Opened(RandomAccessFile file) implements Sink {
        @Override
        public void append(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void cut(long length) throws IOException {
            file.setLength(length);
            file.seek(length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

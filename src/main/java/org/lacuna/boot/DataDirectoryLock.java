package org.lacuna.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A lock of the operating system on a file: it ends with its process however that ends, so none is ever stale.
 * Several processes may hold it shared, or one alone. Close no second lock on the same file within one process:
 * POSIX then drops both.
 */
final class DataDirectoryLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until the lock is held, then returns it. */
    static DataDirectoryLock take(Path file, boolean shared) throws IOException, InterruptedException {
        for (long pauses = PATIENCE.dividedBy(PAUSE); pauses > 0; pauses--) {
            Optional<DataDirectoryLock> lock = tryTake(file, shared);
            if (lock.isPresent()) {
                return lock.get();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        throw new CannotStart(
                "Another Lacuna has been starting or stopping on this data folder for " + PATIENCE.toMinutes()
                        + " minutes and holds " + file + ". Look at its output, or end it, and try again.");
    }

    /** The lock, or nothing if another process holds it in a way that excludes us. */
    static Optional<DataDirectoryLock> tryTake(Path file, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            return lock == null ? Optional.empty() : Optional.of(new DataDirectoryLock(channel));
        } catch (OverlappingFileLockException heldByOurselves) {
            return Optional.empty();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

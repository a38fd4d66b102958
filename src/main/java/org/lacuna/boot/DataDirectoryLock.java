package org.lacuna.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A lock of the operating system on a file: it ends with its process however that ends, so none is ever stale. Several
 * processes may hold it shared, or one alone.
 */
final class DataDirectoryLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Within one process a file is opened once: POSIX drops a process's locks when it closes any copy of the file. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Waits until nobody else holds the lock, then returns it. */
    static DataDirectoryLock takeAlone(Path file) throws IOException, InterruptedException {
        for (long pauses = PATIENCE.dividedBy(PAUSE); pauses > 0; pauses--) {
            Optional<DataDirectoryLock> lock = tryTake(file, false);
            if (lock.isPresent()) {
                return lock.get();
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        throw new CannotStart("Another Lacuna has been starting or stopping on this data folder for "
                + PATIENCE.toMinutes() + " minutes and holds " + file
                + ". Look at its output, or end it, and try again.");
    }

    /** The lock, or nothing if somebody holds it in a way that excludes us. */
    static Optional<DataDirectoryLock> tryTake(Path file, boolean shared) throws IOException {
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                locked = channel.tryLock(0, Long.MAX_VALUE, shared) != null;
                return locked ? Optional.of(new DataDirectoryLock(file, channel)) : Optional.empty();
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        } finally {
            if (!locked) {
                HELD_HERE.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}

package org.lacuna.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lacuna.shared.SafeFile;

/**
 * A claim on a WARC file that is being written: the operating system's lock on a neighbour of it, gone with the process
 * however that ends. On the file itself it would not last: POSIX drops a process's lock when it closes any copy of the
 * file, and the file is also read.
 */
final class Claim implements AutoCloseable {
    private static final String SUFFIX = ".lock";
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel channel;

    private Claim(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /** The claim, or nothing if somebody who lives holds it. */
    static Optional<Claim> tryTake(Path file) throws IOException {
        Path lock = file.toAbsolutePath().resolveSibling(file.getFileName() + SUFFIX);
        if (!HELD_HERE.add(lock)) {
            return Optional.empty();
        }
        Optional<Claim> claim = Optional.empty();
        try {
            make(lock);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                claim = Optional.of(new Claim(lock, channel));
            }
            return claim;
        } finally {
            if (claim.isEmpty()) {
                HELD_HERE.remove(lock);
            }
        }
    }

    private static void make(Path lock) throws IOException {
        try {
            SafeFile.makeFile(lock);
        } catch (FileAlreadyExistsException heldOrLeftBehind) {
            // the operating system knows which
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(lock);
        } finally {
            HELD_HERE.remove(lock);
        }
    }
}

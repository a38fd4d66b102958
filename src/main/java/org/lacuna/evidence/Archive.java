package org.lacuna.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends to this process's WARC file, for any number of threads: while one waits for the disk the others queue, and
 * the next of them writes for all, with one fsync. A failure ends the file; the next attempt begins a new one.
 */
final class Archive {
    private final Path directory;
    private final long rotateAt;
    private final Clock clock;
    private final Disk disk;
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private Optional<WarcFile> current = Optional.empty();
    private volatile boolean refusing;

    Archive(Path directory, long rotateAt, Clock clock, Disk disk) {
        this.directory = directory;
        this.rotateAt = rotateAt;
        this.clock = clock;
        this.disk = disk;
    }

    /** Where a batch begins. */
    record Begun(String file, long start) {}

    /** Whether the last attempt failed. */
    boolean refusing() {
        return refusing;
    }

    /**
     * Appends these members one after the other.
     *
     * @return once they are safely on the disk
     * @throws IOException if they are not; then nothing of them stays in the file
     */
    Begun append(List<byte[]> members) throws IOException {
        Waiting mine = new Waiting(members);
        queue.add(mine);
        writing.lock();
        try {
            if (!mine.done()) {
                writeAll();
            }
        } finally {
            writing.unlock();
        }
        return mine.result();
    }

    /** Begins a file if there is none, to learn whether the disk takes something again. */
    boolean tryAgain() {
        writing.lock();
        try {
            open(0);
            refusing = false;
        } catch (IOException stillNot) {
            refusing = true;
        } finally {
            writing.unlock();
        }
        return !refusing;
    }

    /** Ends the current file, if any; the next exchange begins a new one. */
    void close() throws IOException {
        writing.lock();
        try {
            Optional<WarcFile> ended = current;
            current = Optional.empty();
            if (ended.isPresent()) {
                ended.get().close();
            }
        } finally {
            writing.unlock();
        }
    }

    private void writeAll() {
        List<Waiting> all = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            all.add(next);
        }
        try {
            write(all);
            refusing = false;
        } catch (IOException | RuntimeException failed) {
            refusing = true;
            IOException why = failed instanceof IOException io ? io : new IOException(failed);
            end(why);
            all.forEach(each -> each.failed = Optional.of(why));
        }
    }

    private void write(List<Waiting> all) throws IOException {
        WarcFile file = open(all.stream().mapToLong(Waiting::length).sum());
        long start = file.length();
        file.append(all.stream().flatMap(each -> each.members.stream()).toList());
        for (Waiting each : all) {
            each.begun = Optional.of(new Begun(file.name(), start));
            start += each.length();
        }
    }

    private WarcFile open(long wanted) throws IOException {
        if (current.isPresent() && current.get().length() + wanted > rotateAt) {
            close();
        }
        if (current.isEmpty()) {
            current = Optional.of(WarcFile.begin(directory, clock.instant(), disk));
        }
        return current.get();
    }

    private void end(IOException why) {
        try {
            close();
        } catch (IOException again) {
            why.addSuppressed(again);
        }
    }

    private static final class Waiting {
        private final List<byte[]> members;
        private Optional<Begun> begun = Optional.empty();
        private Optional<IOException> failed = Optional.empty();

        Waiting(List<byte[]> members) {
            this.members = members;
        }

        long length() {
            return members.stream().mapToLong(each -> each.length).sum();
        }

        boolean done() {
            return begun.isPresent() || failed.isPresent();
        }

        Begun result() throws IOException {
            if (failed.isPresent()) {
                throw new IOException(failed.get().getMessage(), failed.get());
            }
            return begun.orElseThrow();
        }
    }
}

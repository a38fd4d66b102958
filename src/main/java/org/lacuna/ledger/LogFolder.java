package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.shared.SafeFile;

/**
 * The log as files, laid out as it is served (C2SP tlog-tiles), so that a copy of the folder is a whole log. What lies in it
 * beyond the checkpoint's size is nobody's business yet and may be overwritten.
 */
@ApplicationScoped
class LogFolder {
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;
    private volatile Optional<byte[]> published = Optional.empty();

    @Inject
    LogFolder(LogSettings settings) {
        this(settings.folder());
    }

    LogFolder(Path folder) {
        this.folder = folder;
    }

    /** What is published; empty before anything is. */
    Optional<byte[]> checkpoint() {
        if (published.isEmpty()) {
            published = read(folder.resolve(CHECKPOINT));
        }
        return published;
    }

    /** The checkpoint's file as it is now, which somebody else may have written. */
    Optional<byte[]> checkpointFile() {
        return read(folder.resolve(CHECKPOINT));
    }

    /** Publishes; what it speaks of is on the disk already. */
    void publish(byte[] checkpoint) {
        try {
            SafeFile.write(folder.resolve(CHECKPOINT), checkpoint);
            published = Optional.of(checkpoint.clone());
        } catch (IOException failed) {
            throw new UncheckedIOException("the log's checkpoint could not be written into " + folder, failed);
        }
    }

    /** The bytes of a tile or bundle, cut from a fuller one if only that is there. */
    Optional<byte[]> read(TilePath path) {
        return read(file(path)).or(() -> path.full() ? Optional.empty() : wider(path));
    }

    private Optional<byte[]> wider(TilePath path) {
        Optional<byte[]> whole = read(file(path.whole()));
        for (int width = path.width() + 1;
                whole.isEmpty() && width < path.whole().width();
                width++) {
            whole = read(file(new TilePath(path.level(), path.index(), width)));
        }
        return whole.map(bytes -> path.level() == TilePath.ENTRIES
                ? Bundle.first(bytes, path.width())
                : Arrays.copyOf(bytes, path.width() * Hash.BYTES));
    }

    /** Writes tiles and bundles; when this returns they and their names are on the disk. */
    void write(Map<TilePath, byte[]> files) {
        try {
            Set<Path> folders = new HashSet<>();
            for (Map.Entry<TilePath, byte[]> each : files.entrySet()) {
                Path file = file(each.getKey());
                if (folders.add(file.getParent())) {
                    SafeFile.makeFolder(file.getParent());
                }
                write(file, each.getValue());
            }
            for (Path each : folders) {
                force(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("tiles of the log could not be written into " + folder, failed);
        }
    }

    /** Removes the partial files of a place whose full file is there. */
    void tidy(TilePath full) {
        Path partial = folder.resolve(full + ".p");
        if (Files.isDirectory(partial)) {
            try (Stream<Path> files = Files.list(partial)) {
                for (Path each : files.toList()) {
                    Files.deleteIfExists(each);
                }
                Files.deleteIfExists(partial);
            } catch (IOException kept) {
                throw new UncheckedIOException("old tiles of the log could not be removed from " + partial, kept);
            }
        }
    }

    private Path file(TilePath path) {
        return folder.resolve(path.toString());
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("the log's file " + file + " could not be read", failed);
        }
    }

    /** In its place at once: what a crash leaves half written lies beyond every checkpoint and is written again. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

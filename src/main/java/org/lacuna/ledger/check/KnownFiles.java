package org.lacuna.ledger.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.shared.SafeFile;

/**
 * What an earlier run has seen: the checkpoint that it believed, and every full bundle, so that a run that was interrupted
 * goes on where it stood. What is kept is checked again like everything else.
 */
public final class KnownFiles implements LogFiles {
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;
    private final LogFiles beyond;

    /** @param beyond where what is not known yet comes from */
    public KnownFiles(Path folder, LogFiles beyond) {
        this.folder = folder;
        this.beyond = beyond;
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path kept = folder.resolve(path);
        boolean forEver = TilePath.parse(path).filter(TilePath::full).isPresent();
        if (forEver && Files.isRegularFile(kept)) {
            return Files.readAllBytes(kept);
        }
        byte[] bytes = beyond.read(path);
        if (forEver) {
            SafeFile.write(kept, bytes);
        }
        return bytes;
    }

    /** The checkpoint of the last run that ended well. */
    public Optional<byte[]> remembered() throws IOException {
        Path kept = folder.resolve(CHECKPOINT);
        return Files.isRegularFile(kept) ? Optional.of(Files.readAllBytes(kept)) : Optional.empty();
    }

    /** To be called when all was well. */
    public void remember(byte[] checkpoint) throws IOException {
        SafeFile.write(folder.resolve(CHECKPOINT), checkpoint);
    }
}

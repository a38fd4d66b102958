package org.lacuna.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.lacuna.shared.SafeFile;

/**
 * Keeps exchanges, one WARC file each, under the SHA-256 digest of the file's bytes: {@code ab/ab….warc.gz}. So
 * {@code sha256sum} is all that somebody needs to check one. A file is never changed; it is there whole and on the disk
 * before its digest is handed out.
 */
@ApplicationScoped
public class EvidenceStore {
    private final Path directory;

    @Inject
    EvidenceStore(EvidenceSettings settings) {
        this(settings.directory());
    }

    EvidenceStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps the exchange behind an answer.
     *
     * @return the digest under which it is found again
     * @throws EvidenceNotKept if it is not safely on the disk; then nothing may be recorded that rests on it
     */
    public Digest keep(Answer answer) {
        try {
            byte[] warc = Capture.write(answer);
            Digest digest = Digest.of(warc);
            SafeFile.write(path(digest), warc);
            return digest;
        } catch (IOException failed) {
            throw new EvidenceNotKept(
                    "expected to keep an exchange under " + directory + ", and the disk refused ("
                            + failed.getClass().getSimpleName() + "); make room or correct its rights",
                    failed);
        }
    }

    /**
     * Finds an exchange and reads it as it was read when it was fetched.
     *
     * @return empty if there is none with this digest
     * @throws EvidenceDamaged if the file is not what its digest says, or cannot be read
     */
    public Optional<Answer> find(Digest digest) {
        return file(digest).map(warc -> {
            try {
                return Capture.read(warc);
            } catch (IOException | RuntimeException unreadable) {
                throw new EvidenceDamaged("expected a capture in " + digest + ", and it cannot be read", unreadable);
            }
        });
    }

    /**
     * The bytes of a kept file, checked against the digest.
     *
     * @throws EvidenceDamaged if they are not what the digest says, or cannot be read
     */
    public Optional<byte[]> file(Digest digest) {
        try {
            byte[] warc = Files.readAllBytes(path(digest));
            Digest found = Digest.of(warc);
            if (!found.equals(digest)) {
                throw new EvidenceDamaged("expected the bytes of " + digest + ", found those of " + found);
            }
            return Optional.of(warc);
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new EvidenceDamaged("expected to read " + digest + ", and the disk refused", failed);
        }
    }

    /** Where an exchange with this digest is kept, whether it is there or not. */
    public Path path(Digest digest) {
        return directory.resolve(digest.hex().substring(0, 2)).resolve(digest.hex() + ".warc.gz");
    }
}

package org.lacuna.evidence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;

/**
 * Keeps exchanges in WARC files, one after the other. The name of an exchange is the SHA-256 digest of its bytes there,
 * which stand together, so {@code tail}, {@code head} and {@code sha256sum} are all that somebody needs to check one.
 * What was kept is never changed, and is on the disk before its digest is handed out or any row names it.
 */
@ApplicationScoped
public class EvidenceStore {
    private final Path directory;
    private final CaptureIndex index;
    private final Archive archive;
    private final Queue<Packer> packers = new ConcurrentLinkedQueue<>();
    private final LongAdder refused = new LongAdder();

    @Inject
    EvidenceStore(EvidenceSettings settings, CaptureIndex index, Clock clock) {
        this(
                settings.directory(),
                index,
                new Archive(settings.directory(), settings.rotateAt().asLongValue(), clock, Disk.REAL));
    }

    EvidenceStore(Path directory, CaptureIndex index, Archive archive) {
        this.directory = directory;
        this.index = index;
        this.archive = archive;
    }

    /**
     * Keeps the exchange behind an answer.
     *
     * @return the digest under which it is found again
     * @throws EvidenceNotKept if it is not safely on the disk; then nothing may be recorded that rests on it
     */
    public Digest keep(Answer answer) {
        return keepAll(List.of(Keeping.whole(answer))).get(0);
    }

    /**
     * Keeps exchanges, all or none: first on the disk, with one fsync, then in the index, in the caller's transaction if
     * there is one. If that is rolled back the bytes stay, and nothing names them.
     *
     * @return the digests under which they are found again, in the same order
     * @throws EvidenceNotKept if they are not safely on the disk; then nothing may be recorded that rests on them
     * @throws IllegalArgumentException if an exchange is said to repeat one that is not kept
     */
    public List<Digest> keepAll(List<Keeping> keepings) {
        if (keepings.isEmpty()) {
            return List.of();
        }
        Map<Digest, Indexed> originals = originals(keepings);
        List<Packer.Packed> packed = pack(keepings, originals);
        Archive.Begun begun = append(packed);
        List<Indexed> rows = new ArrayList<>();
        long start = begun.start();
        for (Packer.Packed each : packed) {
            rows.add(each.at(begun.file(), start));
            start += each.bytes().length;
        }
        index.add(rows);
        return rows.stream().map(Indexed::digest).toList();
    }

    /**
     * Finds an exchange and reads it as it was read when it was fetched. One that repeated an earlier body comes with
     * that body: after a 304 with the status of the original and its headers freshened (RFC 9111 §4.3.4).
     *
     * @return empty if there is none with this digest
     * @throws EvidenceDamaged if the bytes are not what the digest says, or cannot be read
     */
    public Optional<Answer> find(Digest digest) {
        return row(digest).map(row -> {
            try {
                Capture capture = Capture.read(checked(row));
                if (capture.profile().isEmpty()) {
                    return capture.answer();
                }
                Digest original = row.refersTo().orElseThrow();
                return capture.answer(Capture.read(bytes(original)
                        .orElseThrow(() -> new EvidenceDamaged(
                                "expected " + digest + " to repeat " + original + ", which is not in the index"))));
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new EvidenceDamaged("expected a capture in " + digest + ", and it cannot be read", unreadable);
            }
        });
    }

    /**
     * The bytes of an exchange as they stand in the file, checked against the digest.
     *
     * @throws EvidenceDamaged if they are not what the digest says, or cannot be read
     */
    public Optional<byte[]> bytes(Digest digest) {
        return row(digest).map(this::checked);
    }

    /** Where an exchange stands; empty if none with this digest is kept. */
    public Optional<Place> where(Digest digest) {
        return row(digest).map(row -> new Place(existing(row.file()), row.start(), row.length()));
    }

    /** Whether this process sees the folder of evidence; one that only answers readers may have none. */
    public boolean isHere() {
        return Files.isDirectory(directory);
    }

    /** Whether the last attempt to keep something failed. */
    public boolean refusing() {
        return archive.refusing();
    }

    /** Asks the disk whether it takes something again; whoever stops while it refuses goes on when this is true. */
    public boolean tryAgain() {
        return archive.tryAgain();
    }

    /** How many exchanges could not be kept since the start. */
    long refused() {
        return refused.sum();
    }

    /** Ends the file of this process; the next exchange begins a new one. */
    @PreDestroy
    void close() throws IOException {
        archive.close();
    }

    private Map<Digest, Indexed> originals(List<Keeping> keepings) {
        Map<Digest, Indexed> named = rows(keepings.stream()
                .flatMap(each -> each.unchanged().stream())
                .distinct()
                .toList());
        Map<Digest, Indexed> beyond = rows(named.values().stream()
                .flatMap(row -> row.refersTo().stream())
                .distinct()
                .toList());
        named.replaceAll((digest, row) -> row.refersTo().map(beyond::get).orElse(row));
        return named;
    }

    private Map<Digest, Indexed> rows(List<Digest> digests) {
        return index.find(digests).stream().collect(Collectors.toMap(Indexed::digest, Function.identity()));
    }

    private List<Packer.Packed> pack(List<Keeping> keepings, Map<Digest, Indexed> originals) {
        Packer packer = Optional.ofNullable(packers.poll()).orElseGet(Packer::new);
        List<Packer.Packed> packed = keepings.stream()
                .map(each -> packer.pack(each.answer(), each.unchanged().map(digest -> known(digest, originals))))
                .toList();
        // not after a failure: half a member may be left in it
        packers.add(packer);
        return packed;
    }

    private static Indexed known(Digest digest, Map<Digest, Indexed> originals) {
        return Optional.ofNullable(originals.get(digest))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected an exchange that is kept, found " + digest + ", which is not in the index"));
    }

    private Archive.Begun append(List<Packer.Packed> packed) {
        try {
            return archive.append(packed.stream().map(Packer.Packed::bytes).toList());
        } catch (IOException failed) {
            refused.add(packed.size());
            throw new EvidenceNotKept(
                    "expected to keep an exchange under " + directory + ", and the disk refused ("
                            + failed.getCause().getClass().getSimpleName() + "); make room or correct its rights",
                    failed);
        }
    }

    private Optional<Indexed> row(Digest digest) {
        return index.find(List.of(digest)).stream().findFirst();
    }

    private byte[] checked(Indexed row) {
        byte[] bytes = read(row);
        Digest found = Digest.of(bytes);
        if (!found.equals(row.digest())) {
            throw new EvidenceDamaged("expected the bytes of " + row.digest() + " at " + row.start() + " of "
                    + row.file() + ", found those of " + found);
        }
        return bytes;
    }

    private byte[] read(Indexed row) {
        // not by a FileChannel: in a thread that is interrupted it would fail, and the evidence would look damaged
        try (RandomAccessFile file = open(row.file())) {
            byte[] bytes = new byte[Math.toIntExact(row.length())];
            file.seek(row.start());
            file.readFully(bytes);
            return bytes;
        } catch (IOException failed) {
            throw new EvidenceDamaged(
                    "expected " + row.length() + " bytes of " + row.digest() + " at " + row.start() + " of "
                            + row.file() + ", and they cannot be read",
                    failed);
        }
    }

    private RandomAccessFile open(String name) throws IOException {
        try {
            return new RandomAccessFile(existing(name).toFile(), "r");
        } catch (FileNotFoundException perhapsRenamedAtThisMoment) {
            return new RandomAccessFile(directory.resolve(name).toFile(), "r");
        }
    }

    private Path existing(String name) {
        Path done = directory.resolve(name);
        Path open = done.resolveSibling(done.getFileName() + WarcFile.OPEN);
        return Files.exists(open) ? open : done;
    }
}

package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import org.lacuna.evidence.files.CheckedFile;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Digest;

/** Stores files while they stream, closed, and hands them out open; nothing of them is ever in a file of this machine. */
@ApplicationScoped
class SealedFiles {
    /** Of all files of a submission, in bytes as they are stored. */
    static final long MOST_TOGETHER = 4 * CheckedFile.MOST_BYTES;

    static final int MOST_FILES = 20;
    private static final int MOST_NAME = 200;
    private static final byte[] ZEROS = new byte[8192];

    private final SubmissionQueries queries;
    private final Envelope envelope;

    SealedFiles(SubmissionQueries queries, Envelope envelope) {
        this.queries = queries;
        this.envelope = envelope;
    }

    /**
     * Stores all of them.
     *
     * @throws FileRefused for the first that cannot be taken
     */
    void store(SubmissionId submission, Recipient recipient, LocalDate day, ArrivingFiles files) throws IOException {
        long[] room = {MOST_TOGETHER - queries.stored(submission)};
        int[] count = {queries.files(submission)};
        files.each((name, bytes) -> {
            if (++count[0] > MOST_FILES) {
                throw new FileRefused(shortened(name), "too-many");
            }
            room[0] -= store(submission, recipient, day, shortened(name), bytes, room[0]);
        });
    }

    private long store(
            SubmissionId submission, Recipient recipient, LocalDate day, String name, InputStream bytes, long room)
            throws IOException {
        ItemId id = ItemId.draw();
        // The row first, for the parts refer to it; what is known of the file only at its end is closed into it then.
        queries.insert(submission, id, ItemKind.FILE, day, new byte[0]);
        MessageDigest digest = Digest.sha256();
        PartsOut parts = new PartsOut(queries, id);
        String kind;
        long length;
        try (OutputStream closed = recipient.closing(parts)) {
            long most = Math.max(0, Math.min(CheckedFile.MOST_BYTES, room));
            CheckedFile found = FileCheck.copy(name, new DigestInputStream(bytes, digest), closed, most);
            kind = found.kind().word();
            length = found.length();
            fill(closed, Padding.padded(length) - length);
        }
        FileFacts facts = new FileFacts(name, kind, length, Digest.of(digest).hex());
        queries.describe(id, envelope.close(recipient, row(submission, id), facts));
        return parts.written();
    }

    /** @throws IOException also while reading, if the stored bytes were altered */
    InputStream open(SubmissionId submission, ItemId id, FileFacts facts, Identity identity) throws IOException {
        return new WholeFile(identity.opening(new PartsIn(queries, id)), facts);
    }

    static String row(SubmissionId submission, ItemId id) {
        return "submission " + submission + " item " + id;
    }

    private static void fill(OutputStream out, long zeros) throws IOException {
        for (long rest = zeros; rest > 0; rest -= ZEROS.length) {
            out.write(ZEROS, 0, (int) Math.min(rest, ZEROS.length));
        }
    }

    /** A path, as some browsers send it, tells of the device. */
    private static String shortened(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(Math.max(0, last.length() - MOST_NAME));
    }
}

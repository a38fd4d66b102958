package org.lacuna.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a witness signs of a checkpoint: that at this time it knew of no larger tree of the log, and that this one began as
 * all it had seen before (cosignature/v1).
 *
 * @param at when, in whole seconds
 * @param signature 64 bytes
 */
public record Cosignature(Instant at, byte[] signature) {
    private static final int BYTES = 64;

    /** What the line of a witness holds; empty if it is not of this form. */
    public static Optional<Cosignature> of(NoteLine line) {
        if (line.signature().length != Long.BYTES + BYTES) {
            return Optional.empty();
        }
        ByteBuffer both = ByteBuffer.wrap(line.signature());
        long seconds = both.getLong();
        byte[] signature = new byte[BYTES];
        both.get(signature);
        boolean possible = seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
        return possible ? Optional.of(new Cosignature(Instant.ofEpochSecond(seconds), signature)) : Optional.empty();
    }

    /** The bytes that are signed. */
    public static byte[] message(Instant at, String checkpoint) {
        return ("cosignature/v1\ntime " + at.getEpochSecond() + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it is one of this checkpoint by this witness. */
    boolean signedBy(NoteKey witness, String checkpoint) {
        return witness.signed(message(at, checkpoint), signature);
    }

    /** As a line of the note. */
    public NoteLine line(NoteKey witness) {
        byte[] both = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
        return new NoteLine(witness.name(), witness.id(), both);
    }
}

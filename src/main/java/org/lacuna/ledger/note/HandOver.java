package org.lacuna.ledger.note;

import java.nio.charset.StandardCharsets;

/**
 * One key of a log says which one follows it.
 *
 * @param signature by the first of them
 */
public record HandOver(NoteKey from, NoteKey to, byte[] signature) {
    /** The bytes that are signed. */
    public static byte[] message(NoteKey from, NoteKey to) {
        return ("lacuna key hand-over\n" + from + "\n" + to + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the holder of the first key says so. */
    public boolean signed() {
        return from.signed(message(from, to), signature);
    }
}

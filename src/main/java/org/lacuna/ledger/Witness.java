package org.lacuna.ledger;

import java.net.URI;
import org.lacuna.ledger.note.NoteKey;

/**
 * Somebody outside who signs a checkpoint only if the log has grown from the last one they saw.
 *
 * @param key of their cosignatures
 * @param address what {@code add-checkpoint} is put behind
 */
record Witness(NoteKey key, URI address) {
    /**
     * Reads {@code name+id+key address}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Witness parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "lacuna.log.witnesses: expected 'name+id+key https://…', found '" + text + "'");
        }
        NoteKey key = NoteKey.parse(parts[0]);
        if (key.kind() != NoteKey.COSIGNATURE) {
            throw new IllegalArgumentException("lacuna.log.witnesses: expected a key for cosignatures (Ed25519, type 4)"
                    + " of " + key.name() + ", found one of type " + key.kind());
        }
        return new Witness(key, URI.create(parts[1].endsWith("/") ? parts[1] : parts[1] + "/"));
    }

    URI addCheckpoint() {
        return address.resolve("add-checkpoint");
    }
}

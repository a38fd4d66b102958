package org.lacuna.ledger.note;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * One key of a log says which one follows it.
 *
 * @param signature by the first of them
 */
public record HandOver(NoteKey from, NoteKey to, byte[] signature) {
    /**
     * Reads an entry of the log.
     *
     * @throws IllegalArgumentException if it is not one of a hand-over
     */
    public static HandOver parse(JsonNode entry) {
        return new HandOver(
                NoteKey.parse(entry.path("from").asText()),
                NoteKey.parse(entry.path("to").asText()),
                StrictBase64.decode(entry.path("signature").asText()));
    }

    /** Canonical JSON (RFC 8785) as it stands in the log; keys are printable and need no escapes. */
    public byte[] entry() {
        return ("{\"from\":\"" + from + "\",\"signature\":\"" + StrictBase64.encode(signature) + "\",\"to\":\"" + to
                        + "\",\"type\":\"key\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes that are signed. */
    public static byte[] message(NoteKey from, NoteKey to) {
        return ("lacuna key hand-over\n" + from + "\n" + to + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the holder of the first key says so. */
    public boolean signed() {
        return from.signed(message(from, to), signature);
    }
}

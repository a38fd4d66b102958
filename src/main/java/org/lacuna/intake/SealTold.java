package org.lacuna.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Closes what a person told us before it goes anywhere near a disk, and opens it for an editor. Each submission has a
 * key of its own, wrapped with the installation's key.
 */
@ApplicationScoped
class SealTold {
    /** Lengths are rounded up to this, so that the size of a row does not tell a long story from a short one. */
    private static final int PADDED_TO = 4096;

    private final InstallationKey installation;
    private final ObjectMapper json;

    SealTold(InstallationKey installation, ObjectMapper json) {
        this.installation = installation;
        this.json = json;
    }

    SealedTold close(SubmissionId id, Told told) {
        byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
        try {
            byte[] plain = pad(json.writeValueAsBytes(told));
            return new SealedTold(
                    Seal.close(installation.wrapping(), key, boundTo("key", id)),
                    Seal.close(key, plain, boundTo("content", id)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a submission has no text that JSON could not hold", impossible);
        }
    }

    /** What was told; empty if it was altered or sealed under another installation's key. */
    Optional<Told> open(SubmissionId id, SealedTold sealed) {
        return Seal.open(installation.wrapping(), sealed.wrappedKey(), boundTo("key", id))
                .flatMap(key -> Seal.open(key, sealed.content(), boundTo("content", id)))
                .map(this::read);
    }

    private Told read(byte[] padded) {
        try {
            return json.readValue(padded, Integer.BYTES, ByteBuffer.wrap(padded).getInt(), Told.class);
        } catch (IOException broken) {
            // The parser's own message would quote what the person wrote.
            throw new IllegalStateException("a submission opened but does not have the form we write");
        }
    }

    private static byte[] pad(byte[] text) {
        int length = (Integer.BYTES + text.length + PADDED_TO - 1) / PADDED_TO * PADDED_TO;
        return ByteBuffer.allocate(length).putInt(text.length).put(text).array();
    }

    private static byte[] boundTo(String what, SubmissionId id) {
        return ("lacuna submission " + what + " " + id).getBytes(StandardCharsets.UTF_8);
    }
}

package org.lacuna.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Digest;

/**
 * Closes a fact of a submission: the digest of the name of its row, so that what was moved to another row is noticed; its
 * length; the fact as JSON; zeros up to a length that many have.
 */
@ApplicationScoped
class Envelope {
    private static final int DIGEST = 32;

    private final ObjectMapper json;

    Envelope(ObjectMapper json) {
        this.json = json;
    }

    byte[] close(Recipient recipient, String row, Object fact) {
        try {
            byte[] text = json.writeValueAsBytes(fact);
            int head = DIGEST + Integer.BYTES;
            byte[] plain = ByteBuffer.allocate((int) Padding.padded(head + text.length))
                    .put(name(row))
                    .putInt(text.length)
                    .put(text)
                    .array();
            return recipient.close(plain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a submission has no text that JSON could not hold");
        }
    }

    /** The fact; empty if it was altered, moved, or closed for somebody else. */
    <T> Optional<T> open(Identity identity, String row, byte[] closed, Class<T> type) {
        return identity.open(closed)
                .map(ByteBuffer::wrap)
                .filter(plain -> plain.remaining() >= DIGEST + Integer.BYTES)
                .filter(plain -> Arrays.equals(taken(plain, DIGEST), name(row)))
                .map(plain -> read(plain, type));
    }

    private <T> T read(ByteBuffer plain, Class<T> type) {
        try {
            return json.readValue(taken(plain, plain.getInt()), type);
        } catch (IOException broken) {
            // The parser's own message would quote what the person wrote.
            throw new IllegalStateException("a submission opened but does not have the form we write");
        }
    }

    private static byte[] taken(ByteBuffer plain, int length) {
        byte[] bytes = new byte[length];
        plain.get(bytes);
        return bytes;
    }

    private static byte[] name(String row) {
        return HexFormat.of()
                .parseHex(Digest.of(row.getBytes(StandardCharsets.UTF_8)).hex());
    }
}

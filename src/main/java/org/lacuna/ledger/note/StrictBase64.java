package org.lacuna.ledger.note;

import java.util.Base64;

/**
 * Base64 with its padding and in its one form (RFC 4648 §3.5): what two texts could stand for the same bytes would be read
 * alike by us and otherwise by somebody else.
 */
public final class StrictBase64 {
    private StrictBase64() {}

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if padding is missing, unused bits are set, or it is no Base64
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("expected Base64 in its one form, found '" + text + "'");
        }
        return bytes;
    }

    /** The text of bytes (RFC 4648 §4). */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

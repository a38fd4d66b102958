package org.lacuna.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4), written {@code sha256:} and 64 lower-case hexadecimal digits.
 *
 * @param hex the 64 digits without the prefix
 */
public record Digest(String hex) {
    private static final int DIGITS = 64;
    private static final String PREFIX = "sha256:";

    public Digest {
        if (!isWritten(hex)) {
            throw new IllegalArgumentException("expected 64 lower-case hexadecimal digits, found '" + hex + "'");
        }
    }

    /** A loop and no pattern: a page of a list reads dozens, and the pattern took most of the time of the whole page. */
    private static boolean isWritten(String hex) {
        boolean fits = hex.length() == DIGITS;
        for (int i = 0; fits && i < DIGITS; i++) {
            char digit = hex.charAt(i);
            fits = digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f';
        }
        return fits;
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** The digest of this text in UTF-8. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest that this hash has gathered; the hash is reset. */
    public static Digest of(MessageDigest hash) {
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    /** A fresh hash, for content that does not fit in memory. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if the prefix or the digits are not as described
     */
    @JsonCreator
    public static Digest parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "expected a digest that starts with " + PREFIX + ", found '" + text + "'");
        }
        return new Digest(text.substring(PREFIX.length()));
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + hex;
    }
}

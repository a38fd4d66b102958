package org.lacuna.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of an Ed25519 key (RFC 8032): what anybody needs to check a signature.
 *
 * @param bytes the 32 bytes of RFC 8032 §5.1.5
 */
public record VerificationKey(byte[] bytes) {
    /** SubjectPublicKeyInfo up to the key itself, which is always the same for Ed25519 (RFC 8410 §4). */
    private static final byte[] BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

    static final int BYTES = 32;

    public VerificationKey {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "expected the " + BYTES + " bytes of an Ed25519 public key, found " + bytes.length);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The 32 bytes in Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** SubjectPublicKeyInfo in PEM (RFC 7468 §13), as {@code openssl pkeyutl -verify -pubin} reads it. */
    public String pem() {
        byte[] der = Arrays.copyOf(BEFORE, BEFORE.length + BYTES);
        System.arraycopy(bytes, 0, der, BEFORE.length, BYTES);
        return Pem.write("PUBLIC KEY", der);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ed25519:" + base64();
    }
}

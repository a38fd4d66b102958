package org.lacuna.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A hash of the tree: SHA-256 with a first byte that tells leaves and nodes apart, so that no leaf can pass for a node
 * (RFC 6962 §2.1).
 *
 * @param bytes 32 bytes
 */
public record Hash(byte[] bytes) {
    /** How long a hash is. */
    public static final int BYTES = 32;

    /** Of a tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    public Hash {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("expected a hash of " + BYTES + " bytes, found " + bytes.length);
        }
    }

    /** Of one entry. */
    public static Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** Of one entry that stands among other bytes. */
    public static Hash leaf(byte[] bytes, int from, int length) {
        MessageDigest hash = sha256();
        hash.update(LEAF);
        hash.update(bytes, from, length);
        return new Hash(hash.digest());
    }

    /** Of two hashes that stand side by side. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest hash = sha256();
        hash.update(NODE);
        hash.update(left.bytes);
        hash.update(right.bytes);
        return new Hash(hash.digest());
    }

    /**
     * Reads the form of notes and proofs.
     *
     * @throws IllegalArgumentException if it is not the Base64 of 32 bytes in its one strict form
     */
    public static Hash ofBase64(String text) {
        Hash hash = new Hash(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("expected a hash in Base64, found '" + text + "'");
        }
        return hash;
    }

    /** As notes and proofs write it (RFC 4648 §4). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

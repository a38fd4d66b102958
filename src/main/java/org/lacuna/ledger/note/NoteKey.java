package org.lacuna.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whose signatures a reader of notes believes: a name and an Ed25519 key, for one kind of signature.
 *
 * @param name such as {@code example.org/log}; no blank and no plus in it
 * @param kind {@link #NOTE} or {@link #COSIGNATURE}
 * @param key 32 bytes (RFC 8032 §5.1.5)
 */
public record NoteKey(String name, byte kind, byte[] key) {
    /** Signs the text of a note. */
    public static final byte NOTE = 1;
    /** Signs a checkpoint together with a time. */
    public static final byte COSIGNATURE = 4;

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    /** SubjectPublicKeyInfo up to the key itself, which is always the same for Ed25519 (RFC 8410 §4). */
    private static final byte[] BEFORE = HexFormat.of().parseHex("302a300506032b6570032100");

    public NoteKey {
        if (!fits(name) || kind != NOTE && kind != COSIGNATURE || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("expected the name and the 32 bytes of an Ed25519 key, found '" + name
                    + "' and " + key.length + " bytes of kind " + kind);
        }
        key = key.clone();
    }

    /** Whether this can be the name of a key. */
    public static boolean fits(String name) {
        return !name.isEmpty()
                && name.chars()
                        .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }

    /**
     * Reads {@code name+id+key}, as logs and witnesses publish it.
     *
     * @throws IllegalArgumentException if it is something else, another kind of key, or the id is not that of the key
     */
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] bytes = StrictBase64.decode(parts[2]);
            if (bytes.length == KEY_BYTES + 1) {
                NoteKey key = new NoteKey(parts[0], bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
                if (key.toString().equals(text.strip())) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("expected name+id+key of an Ed25519 key, found '" + text + "'");
    }

    /** Four bytes that tell this key from others of its name. */
    public byte[] id() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            hash.update(kind);
            hash.update(key);
            return Arrays.copyOf(hash.digest(), ID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Whether this line says that it was signed with this key. */
    public boolean claims(NoteLine line) {
        return line.name().equals(name) && Arrays.equals(line.id(), id());
    }

    /** Whether these bytes are its signature of that message. */
    boolean signed(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            byte[] spki = Arrays.copyOf(BEFORE, BEFORE.length + KEY_BYTES);
            System.arraycopy(key, 0, spki, BEFORE.length, KEY_BYTES);
            PublicKey half = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
            check.initVerify(half);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey one && toString().equals(one.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@code name+id+key}. */
    @Override
    public String toString() {
        byte[] bytes = new byte[KEY_BYTES + 1];
        bytes[0] = kind;
        System.arraycopy(key, 0, bytes, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + StrictBase64.encode(bytes);
    }
}

package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.lacuna.shared.Seal;
import org.lacuna.shared.SlowHash;

/**
 * Passwords as Argon2id (RFC 9106): one slow run gives 64 bytes. The first half is stored, and tells whether a password
 * is right; the second half is stored nowhere, and opens the editor's private key.
 */
@ApplicationScoped
class PasswordHash {
    private static final String PREFIX = "$argon2id$v=19$m=65536,t=3,p=1$";
    private static final int SALT_BYTES = 16;
    private static final int HALF = 32;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /** Apart, so that strangers who guess all day keep no editor waiting. */
    private final SlowHash forStrangers;

    private final SlowHash forEditors;

    /** What an unknown name is checked against, so that it takes the time of a known one. */
    private static final String NOBODY = written(new byte[SALT_BYTES], new byte[HALF]);

    @Inject
    PasswordHash() {
        this(new SlowHash(1, 8), new SlowHash(1, 8));
    }

    PasswordHash(SlowHash forStrangers, SlowHash forEditors) {
        this.forStrangers = forStrangers;
        this.forEditors = forEditors;
    }

    /**
     * What comes of a password.
     *
     * @param stored for the table
     * @param key 32 bytes that close the editor's private key; stored nowhere
     */
    record Made(String stored, byte[] key) {}

    Made of(String password) {
        byte[] salt = Seal.randomBytes(SALT_BYTES);
        byte[] hash = hash(forEditors, password, salt);
        return new Made(written(salt, Arrays.copyOf(hash, HALF)), Arrays.copyOfRange(hash, HALF, 2 * HALF));
    }

    /** The key, if the password is right; for somebody who is logged in, or was before in the same browser. */
    Optional<byte[]> key(String password, String stored) {
        return key(forEditors, password, stored);
    }

    /** For anybody else; they wait in a queue of their own. */
    Optional<byte[]> keyForStranger(String password, String stored) {
        return key(forStrangers, password, stored);
    }

    /** Does the work of a check; always empty. */
    Optional<byte[]> keyOfNobody(String password, boolean knownBrowser) {
        key(knownBrowser ? forEditors : forStrangers, password, NOBODY);
        return Optional.empty();
    }

    private static Optional<byte[]> key(SlowHash slow, String password, String stored) {
        if (!stored.startsWith(PREFIX)) {
            throw new IllegalStateException("expected a password hash that starts with " + PREFIX);
        }
        String[] saltAndHash = stored.substring(PREFIX.length()).split("\\$");
        byte[] hash = hash(slow, password, Base64.getDecoder().decode(saltAndHash[0]));
        return MessageDigest.isEqual(Base64.getDecoder().decode(saltAndHash[1]), Arrays.copyOf(hash, HALF))
                ? Optional.of(Arrays.copyOfRange(hash, HALF, 2 * HALF))
                : Optional.empty();
    }

    private static byte[] hash(SlowHash slow, String password, byte[] salt) {
        // The same password typed on another keyboard may arrive decomposed.
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return slow.of(normal.getBytes(StandardCharsets.UTF_8), salt, 2 * HALF);
    }

    private static String written(byte[] salt, byte[] half) {
        return PREFIX + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(half);
    }
}

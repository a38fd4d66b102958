package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.lacuna.shared.SlowHash;

/** Hashes and checks passwords; a hash is written in the PHC string format, parameters included. */
@ApplicationScoped
class PasswordHash {
    private static final String PREFIX = "$argon2id$v=19$m=65536,t=3,p=1$";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /** Apart, so that strangers who guess all day keep no editor waiting. */
    private final SlowHash forStrangers;

    private final SlowHash forEditors;

    /** What an unknown name is checked against, so that it takes the time of a known one. */
    private static final String NOBODY =
            PREFIX + ENCODER.encodeToString(new byte[SALT_BYTES]) + "$" + ENCODER.encodeToString(new byte[HASH_BYTES]);

    @Inject
    PasswordHash() {
        this(new SlowHash(1, 8), new SlowHash(1, 8));
    }

    PasswordHash(SlowHash forStrangers, SlowHash forEditors) {
        this.forStrangers = forStrangers;
        this.forEditors = forEditors;
    }

    String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return PREFIX + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash(forEditors, password, salt));
    }

    /** For somebody who is logged in, or was before in the same browser. */
    boolean matches(String password, String hashed) {
        return matches(forEditors, password, hashed);
    }

    /** For anybody else; they wait in a queue of their own. */
    boolean matchesForStranger(String password, String hashed) {
        return matches(forStrangers, password, hashed);
    }

    private static boolean matches(SlowHash slow, String password, String hashed) {
        if (!hashed.startsWith(PREFIX)) {
            throw new IllegalStateException("expected a password hash that starts with " + PREFIX);
        }
        String[] saltAndHash = hashed.substring(PREFIX.length()).split("\\$");
        byte[] salt = Base64.getDecoder().decode(saltAndHash[0]);
        return MessageDigest.isEqual(Base64.getDecoder().decode(saltAndHash[1]), hash(slow, password, salt));
    }

    /** Does the work of a check; never true. */
    boolean matchesNobody(String password, boolean knownBrowser) {
        matches(knownBrowser ? forEditors : forStrangers, password, NOBODY);
        return false;
    }

    private static byte[] hash(SlowHash slow, String password, byte[] salt) {
        // The same password typed on another keyboard may arrive decomposed.
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return slow.of(normal.getBytes(StandardCharsets.UTF_8), salt, HASH_BYTES);
    }
}

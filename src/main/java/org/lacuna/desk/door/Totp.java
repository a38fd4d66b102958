package org.lacuna.desk.door;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.lacuna.shared.Seal;

/**
 * Codes of six digits from a shared secret and the time (RFC 6238), as every telephone's program makes them: SHA-1, steps
 * of 30 seconds. One step before and one after is taken too, for clocks that differ.
 *
 * @param secret 160 bits, as RFC 4226 §4 recommends
 */
record Totp(byte[] secret) {
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP, 6);

    Totp {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("expected a secret of " + SECRET_BYTES + " bytes");
        }
    }

    static Totp draw() {
        return new Totp(Seal.randomBytes(SECRET_BYTES));
    }

    /** @throws IllegalArgumentException if it is none of ours; it is not quoted */
    static Totp read(String text) {
        return new Totp(Base32.read(text));
    }

    /** To be typed where no picture can be taken. */
    public String text() {
        return Base32.of(secret);
    }

    /** What the picture holds (Key URI Format of Google Authenticator, which all programs read). */
    String uri(String name) {
        return "otpauth://totp/Lacuna:"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + text()
                + "&issuer=Lacuna";
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    }

    String code(long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HmacSHA1 takes every key", impossible);
        }
    }

    /** The step of a code that holds now. */
    OptionalLong matching(String typed, Instant now) {
        byte[] code = typed.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
                .filter(step -> MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), code))
                .findFirst();
    }

    @Override
    public String toString() {
        return "a secret";
    }
}

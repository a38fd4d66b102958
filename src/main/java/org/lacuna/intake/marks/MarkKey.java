package org.lacuna.intake.marks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under the key of marks; for one thread. */
final class MarkKey {
    private final Mac mac;

    MarkKey(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", absent);
        }
    }

    /** @param purpose keeps marks of different kinds apart; holds no NUL */
    ByteBuffer of(String purpose, String text) {
        return of(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    ByteBuffer of(String purpose, byte[] bytes) {
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return ByteBuffer.wrap(mac.doFinal(bytes));
    }
}

package org.lacuna.api.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lacuna.shared.Seal;

/** Signs messages as Standard Webhooks 1.0 says under “Signature scheme”: HMAC-SHA256 over id, time and body. */
final class Signature {
    /** Standard Webhooks 1.0: between 24 and 64. */
    static final int SECRET_BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    static byte[] newSecret() {
        return Seal.randomBytes(SECRET_BYTES);
    }

    /** A secret as subscribers are told it. */
    static String written(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /**
     * A secret out of its written form, with or without its prefix and its padding.
     *
     * @throws IllegalArgumentException if it is none
     */
    static byte[] secret(String written) {
        String base64 = written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : written;
        byte[] secret = Base64.getDecoder().decode(base64);
        if (secret.length == 0) {
            throw new IllegalArgumentException("expected a secret, found none");
        }
        return secret;
    }

    /**
     * The value of {@code webhook-signature}: one signature for each secret.
     *
     * @param timestamp seconds since the epoch
     */
    static String header(List<byte[]> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(sign(secret, id, timestamp, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] sign(byte[] secret, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }
}

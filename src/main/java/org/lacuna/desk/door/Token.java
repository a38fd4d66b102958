package org.lacuna.desk.door;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.shared.Digest;

/**
 * A random token of 256 bits that only a browser keeps; we keep its digest. It shows itself to nobody who prints it.
 *
 * @param text base64url without padding (RFC 4648 §5)
 */
record Token(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static Token draw() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(ENCODER.encodeToString(bytes));
    }

    /** What the database keeps. Plain SHA-256 is enough: nobody guesses 256 bits. */
    byte[] digest() {
        return HexFormat.of().parseHex(Digest.of(text).hex());
    }

    /** The token that every form of this session carries; whoever does not hold the secret cannot make it. */
    String formToken() {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(text.getBytes(StandardCharsets.UTF_8)));
        byte[] purpose = "form".getBytes(StandardCharsets.UTF_8);
        hmac.update(purpose, 0, purpose.length);
        byte[] token = new byte[32];
        hmac.doFinal(token, 0);
        return ENCODER.encodeToString(token);
    }

    @Override
    public String toString() {
        return "a token";
    }
}

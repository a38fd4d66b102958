package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.intake.seal.InstallationKey;

/** Codes that stand in for a lost telephone: 80 bits each, kept as HMAC keyed from outside the database. */
@ApplicationScoped
class RecoveryCodes {
    static final int MANY = 10;
    private static final int GROUPS = 4;

    private final InstallationKey installation;

    RecoveryCodes(InstallationKey installation) {
        this.installation = installation;
    }

    /** New ones, to be shown once. */
    List<String> draw() {
        return Stream.generate(() -> Crockford.draw(GROUPS)).limit(MANY).toList();
    }

    /** What the table holds of one, however it was typed. */
    byte[] digest(String typed) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(installation.desk("recovery codes")));
        byte[] code = Crockford.plain(typed).getBytes(StandardCharsets.UTF_8);
        hmac.update(code, 0, code.length);
        byte[] digest = new byte[hmac.getMacSize()];
        hmac.doFinal(digest, 0);
        return digest;
    }

    static boolean looksLikeOne(String typed) {
        return Crockford.plain(typed.toLowerCase(Locale.ROOT)).length() == GROUPS * Crockford.GROUP_LENGTH;
    }
}

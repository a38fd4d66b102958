package org.lacuna.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes between two lines of text (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String write(String label, byte[] der) {
        String text = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** What stands under this label; empty if nothing does, or not in Base64. */
    static Optional<byte[]> read(String label, String text) {
        Matcher found = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(found.group(1).replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

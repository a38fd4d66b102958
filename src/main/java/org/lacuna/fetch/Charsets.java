package org.lacuna.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

final class Charsets {
    private Charsets() {}

    static String decode(byte[] body, Optional<String> contentType) {
        return new String(body, StandardCharsets.UTF_8);
    }
}

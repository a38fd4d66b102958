package org.lacuna.evidence.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the characters of a text are written, by its byte order mark; without one it is UTF-8. */
public enum TextEncoding {
    /** With a mark of three bytes or without. */
    UTF_8(StandardCharsets.UTF_8),
    /** The lowest byte first, as Windows calls Unicode. */
    UTF_16_LE(StandardCharsets.UTF_16LE),
    /** The highest byte first. */
    UTF_16_BE(StandardCharsets.UTF_16BE);

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** Of a text that begins like this. */
    public static TextEncoding of(byte[] beginning) {
        int first = beginning.length < 2 ? 0 : (beginning[0] & 0xff) << 8 | beginning[1] & 0xff;
        return first == 0xfffe ? UTF_16_LE : first == 0xfeff ? UTF_16_BE : UTF_8;
    }

    /** Reads it; the mark comes out as U+FEFF. */
    public Charset charset() {
        return charset;
    }
}

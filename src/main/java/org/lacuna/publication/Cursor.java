package org.lacuna.publication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lacuna.shared.Digest;

/**
 * Where a list goes on: opaque, and bound to the list it came from by a checksum. It gives no rights, so the checksum
 * only has to notice a cursor that was edited or taken to another list.
 */
final class Cursor {
    private Cursor() {}

    static String write(String list, long sequence) {
        String text = sequence + "." + check(list, sequence);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static long read(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long sequence = Long.parseLong(text.substring(0, text.indexOf('.')));
            if (write(list, sequence).equals(cursor)) {
                return sequence;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException edited) {
            // told below, like every other cursor that is not ours
        }
        throw new IllegalArgumentException(
                "expected a cursor as the 'next' link of this very list gave it, found another; start again without one");
    }

    private static String check(String list, long sequence) {
        return Digest.of("cursor " + list + " " + sequence).hex().substring(0, 16);
    }
}

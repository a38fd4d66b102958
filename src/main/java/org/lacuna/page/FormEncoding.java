package org.lacuna.page;

import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} as the URL Standard does (§5.1): in UTF-8, and a stray percent sign
 * stays what it is, so that nothing a person sends is refused for its form and no parser's complaint quotes it.
 */
final class FormEncoding {
    /** More than our longest page has: a long case merged entry by entry, with a box for each. */
    static final int MOST_FIELDS = 512;

    private FormEncoding() {}

    /**
     * The fields in their order; of a field that was sent twice the first value counts.
     *
     * @throws BadRequestException if there are more than {@link #MOST_FIELDS}: a million tiny fields cost seconds
     */
    static Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        String encoded = new String(body, StandardCharsets.ISO_8859_1);
        int found = 0;
        for (int start = 0; start < encoded.length(); ) {
            int and = encoded.indexOf('&', start);
            int end = and < 0 ? encoded.length() : and;
            if (end > start && ++found > MOST_FIELDS) {
                throw new BadRequestException(
                        "This form has too many fields: expected at most " + MOST_FIELDS + " fields, found more.");
            }
            String field = encoded.substring(start, end);
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
            start = end + 1;
        }
        return fields;
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            int high = character == '%' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lacuna.ledger.ServiceKey;

/**
 * Writes cursors as opaque texts and reads them back. A text is bound to its list by an HMAC-SHA256 (RFC 2104) under a key
 * of the service's: one that was edited, or taken to another list, is refused, on whichever node it arrives.
 */
@ApplicationScoped
public class Cursors {
    /** The query parameter. None can be made up, so there is no example: the {@code next} link of a list holds one. */
    public static final Parameter PARAMETER = new Parameter(
            "cursor",
            "From `next` of the page before",
            Optional.empty(),
            "a cursor as the 'next' link of this very list gave it, or start again without one",
            Shape.like("[A-Za-z0-9_-]+"),
            text -> text);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BETWEEN = "\u001f";
    private static final int PARTS = 5;
    private static final int SIGNATURE = 16;

    private final ServiceKey key;

    Cursors(ServiceKey key) {
        this.key = key;
    }

    /** @param list what is listed and how; no other list takes the cursor */
    public String write(String list, Cursor cursor) {
        byte[] text = String.join(
                        BETWEEN,
                        Long.toString(cursor.at()),
                        cursor.total().map(Object::toString).orElse(""),
                        Long.toString(cursor.place().sequence()),
                        Integer.toString(cursor.place().position()),
                        cursor.place().key())
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(signature(list, text), SIGNATURE + text.length);
        System.arraycopy(text, 0, signed, SIGNATURE, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws WrongParameter for a text that {@link #write} did not give for this list */
    public Cursor read(String list, String cursor) {
        byte[] signed = bytes(cursor);
        if (signed.length <= SIGNATURE) {
            throw wrong();
        }
        byte[] text = Arrays.copyOfRange(signed, SIGNATURE, signed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(signed, SIGNATURE), signature(list, text))) {
            throw wrong();
        }
        String[] parts = new String(text, StandardCharsets.UTF_8).split(BETWEEN, PARTS);
        return new Cursor(
                Long.parseLong(parts[0]),
                Optional.of(parts[1]).filter(total -> !total.isEmpty()).map(Long::valueOf),
                new Cursor.Place(parts[4], Long.parseLong(parts[2]), Integer.parseInt(parts[3])));
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException edited) {
            throw wrong();
        }
    }

    private static WrongParameter wrong() {
        return PARAMETER.wrong("another");
    }

    private byte[] signature(String list, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.derive("cursors"), ALGORITHM));
            mac.update((list + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }
}

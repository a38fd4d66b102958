package org.lacuna.ledger.note;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of signature below a note.
 *
 * @param name of the key
 * @param id four bytes
 * @param signature whatever the kind of key puts there
 */
public record NoteLine(String name, byte[] id, byte[] signature) {
    private static final Pattern FORM = Pattern.compile("\u2014 (\\S+) ([A-Za-z0-9+/]+={0,2})");
    private static final int ID_BYTES = 4;

    /** Reads a line without its end; empty if it is none. */
    static Optional<NoteLine> parse(String line) {
        Matcher found = FORM.matcher(line);
        if (!found.matches() || !NoteKey.fits(found.group(1))) {
            return Optional.empty();
        }
        try {
            byte[] bytes = StrictBase64.decode(found.group(2));
            ByteBuffer both = ByteBuffer.wrap(bytes);
            byte[] id = new byte[ID_BYTES];
            byte[] signature = new byte[Math.max(0, bytes.length - ID_BYTES)];
            if (signature.length == 0) {
                return Optional.empty();
            }
            both.get(id).get(signature);
            return Optional.of(new NoteLine(found.group(1), id, signature));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** As it stands in the note, without its end. */
    @Override
    public String toString() {
        byte[] both = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return "\u2014 " + name + " " + StrictBase64.encode(both);
    }
}

package org.lacuna.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and who signed it.
 *
 * @param text with the line break at its end
 * @param lines at least one
 */
public record SignedNote(String text, List<NoteLine> lines) {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_LINES = 100;

    public SignedNote {
        lines = List.copyOf(lines);
        if (!text.endsWith("\n") || lines.isEmpty()) {
            throw new IllegalArgumentException("expected a text that ends its last line, and a signature");
        }
    }

    /**
     * Reads a note; whether its signatures are good is another question.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SignedNote parse(byte[] bytes) {
        String note = utf8(bytes);
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("expected a text, an empty line and signatures; found no such note");
        }
        List<NoteLine> lines = lines(note.substring(end + 2));
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /**
     * Reads lines of signatures that stand alone, as a witness answers them.
     *
     * @throws IllegalArgumentException if anything else is among them
     */
    public static List<NoteLine> lines(String text) {
        List<NoteLine> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            lines.add(NoteLine.parse(line)
                    .orElseThrow(() -> new IllegalArgumentException("expected a line of signature, found '"
                            + line.substring(0, Math.min(line.length(), 80)) + "'")));
        }
        if (!text.endsWith("\n") || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("expected up to " + MOST_LINES + " whole lines of signatures");
        }
        return lines;
    }

    /**
     * Whether the holder of this key signed the text. Other signatures prove nothing, for or against.
     *
     * @throws IllegalArgumentException if one claims to be of this key and is not: such a note is to be thrown away
     */
    public boolean signedBy(NoteKey key) {
        List<NoteLine> claims = lines.stream().filter(key::claims).toList();
        for (NoteLine line : claims) {
            boolean good = key.kind() == NoteKey.NOTE
                    ? key.signed(text.getBytes(StandardCharsets.UTF_8), line.signature())
                    : Cosignature.of(line).map(each -> each.signedBy(key, text)).orElse(false);
            if (!good) {
                throw new IllegalArgumentException("the signature of " + key.name() + " is not one of this note");
            }
        }
        return !claims.isEmpty();
    }

    /** The same with one more signature. */
    public SignedNote with(NoteLine line) {
        List<NoteLine> all = new ArrayList<>(lines);
        all.add(line);
        return new SignedNote(text, all);
    }

    /** As it is handed out. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String utf8(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("expected a note of up to " + LONGEST + " bytes, found " + bytes.length);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("expected a note in UTF-8", broken);
        }
    }
}

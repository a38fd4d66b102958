package org.lacuna.evidence.copies;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.TextEncoding;

/**
 * A text in UTF-8, without what cannot be seen: control characters, characters that turn the direction of others (a
 * name could be read backwards), and invisible ones, by which a platform can mark to whom it showed a text.
 */
final class TextCopy {
    /** Scripts need these: joiners, and marks that give a direction to themselves alone. */
    private static final String KEPT = "\u200c\u200d\u200e\u200f\u061c";

    /** Fillers, the grapheme joiner, a reserved place: letters or marks by their type, and never seen. */
    private static final String INVISIBLE = "\u034f\u115f\u1160\u2065\u3164\uffa0";

    private TextCopy() {}

    static Copy of(byte[] original) throws CharacterCodingException {
        String text = TextEncoding.of(original)
                .charset()
                .newDecoder()
                .decode(ByteBuffer.wrap(original))
                .toString()
                .replace("\r\n", "\n")
                .replaceAll("[\r\f\u0085\u2028\u2029]", "\n");
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(TextCopy::isSeen).forEach(seen::appendCodePoint);
        byte[] bytes = seen.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? new NotMade(Reason.UNREADABLE) : new Made(bytes, FileKind.TEXT);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.FORMAT -> KEPT.indexOf(character) >= 0 || isArabicSign(character);
            // this Java may not know the newest characters; what will never be one has FFFE or FFFF at its end
            case Character.UNASSIGNED -> (character & 0xfffe) != 0xfffe && !isIgnorable(character);
            default -> !isIgnorable(character);
        };
    }

    /** Signs that enclose numbers; they are seen (The Unicode Standard §9.2). */
    private static boolean isArabicSign(int character) {
        return character >= 0x0600 && character <= 0x0605 || character == 0x06dd || character == 0x08e2;
    }

    /** Default_Ignorable_Code_Point (UAX #44) as far as no living script is written with it. */
    private static boolean isIgnorable(int character) {
        return INVISIBLE.indexOf(character) >= 0
                || character >= 0xe0000 && character <= 0xe0fff
                || character >= 0xfff0 && character <= 0xfff8;
    }
}

package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** A text: every byte of it a character that may stand in one, and nothing that a program would run. */
final class TextWalk implements Walk {
    private final ForeignMarks marks = ForeignMarks.inText();
    private final CharBuffer characters = CharBuffer.allocate(8192);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192 + 8);
    private final Beginning beginning = new Beginning();

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        CharsetDecoder decoder = TextEncoding.of(file.beginning())
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        file.passAll((array, from, length) -> {
            for (int at = from; at < from + length; ) {
                int now = Math.min(bytes.remaining(), from + length - at);
                bytes.put(array, at, now);
                at += now;
                decode(decoder, false);
            }
        });
        decode(decoder, true);
    }

    private void decode(CharsetDecoder decoder, boolean last) throws RefusedFile {
        bytes.flip();
        CoderResult result;
        do {
            result = decoder.decode(bytes, characters, last);
            if (result.isError()) {
                throw new RefusedFile(Reason.NOT_PLAIN_TEXT);
            }
            look();
        } while (result.isOverflow());
        bytes.compact();
    }

    private void look() throws RefusedFile {
        characters.flip();
        while (characters.hasRemaining()) {
            look(characters.get());
        }
        characters.clear();
    }

    private void look(char character) throws RefusedFile {
        boolean allowed = !Character.isISOControl(character) || "\t\n\r\f\u0085".indexOf(character) >= 0;
        if (!allowed) {
            throw new RefusedFile(Reason.NOT_PLAIN_TEXT);
        }
        beginning.see(character);
        marks.see(character < 0x80 ? character : 0);
    }

    /** A page may begin with any element; Tika knows the usual ones. */
    private static final class Beginning {
        private boolean open;
        private boolean over;

        void see(char character) throws RefusedFile {
            if (open && (character < 0x80 && Character.isLetter(character) || character == '!' || character == '?')) {
                throw new RefusedFile(Reason.NOT_A_KIND_WE_TAKE);
            }
            open = !over && character == '<';
            over |= !Character.isWhitespace(character) && character != '\ufeff';
        }
    }
}

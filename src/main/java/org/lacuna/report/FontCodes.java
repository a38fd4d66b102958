package org.lacuna.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** A font file in which other code points find a glyph. All else of it stays: the new table is added at its end. */
final class FontCodes {
    private static final int TABLES_AT = 4;
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;
    private static final int WORD = 4;

    private static final int HEAD = 12;
    private static final int HEAD_OF_GROUPS = 16;
    private static final int GROUP = 12;
    private static final int WINDOWS = 3;
    private static final int ALL_OF_UNICODE = 10;
    /** Ranges of 32-bit code points, each with its first glyph. */
    private static final int FORMAT = 12;

    private FontCodes() {}

    /** @param glyphs of each code point */
    static byte[] put(byte[] font, SortedMap<Integer, Integer> glyphs) {
        byte[] table = table(glyphs);
        int at = (font.length + WORD - 1) / WORD * WORD;
        ByteBuffer file =
                ByteBuffer.allocate(at + table.length).put(font).position(at).put(table);
        for (int i = 0; i < file.getShort(TABLES_AT); i++) {
            int entry = DIRECTORY + i * ENTRY;
            if (new String(font, entry, WORD, StandardCharsets.US_ASCII).equals("cmap")) {
                file.putInt(entry + WORD, sum(table))
                        .putInt(entry + 2 * WORD, at)
                        .putInt(entry + 3 * WORD, table.length);
            }
        }
        return file.array();
    }

    private static byte[] table(SortedMap<Integer, Integer> glyphs) {
        int groups = HEAD_OF_GROUPS + glyphs.size() * GROUP;
        ByteBuffer table = ByteBuffer.allocate(HEAD + groups);
        table.putShort((short) 0).putShort((short) 1);
        table.putShort((short) WINDOWS).putShort((short) ALL_OF_UNICODE).putInt(HEAD);
        table.putShort((short) FORMAT)
                .putShort((short) 0)
                .putInt(groups)
                .putInt(0)
                .putInt(glyphs.size());
        for (Map.Entry<Integer, Integer> code : glyphs.entrySet()) {
            table.putInt(code.getKey()).putInt(code.getKey()).putInt(code.getValue());
        }
        return table.array();
    }

    private static int sum(byte[] table) {
        int sum = 0;
        for (ByteBuffer words = ByteBuffer.wrap(table); words.hasRemaining(); ) {
            sum += words.getInt();
        }
        return sum;
    }
}

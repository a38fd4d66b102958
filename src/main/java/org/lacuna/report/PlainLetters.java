package org.lacuna.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What is copied from a PDF, searched in it and read aloud: each font in it says which letters its glyphs stand for
 * (ToUnicode). Those of joined forms say their letters here, and not the code points by which the renderer found them.
 */
final class PlainLetters {
    private static final int GLYPHS = 0x10000;
    private static final int BYTES_OF_A_CODE = 2;
    /** A block of a CMap may not have more. */
    private static final int LINES = 100;

    private PlainLetters() {}

    static void put(PDDocument document, FormCodes codes) throws IOException {
        if (codes.none()) {
            return;
        }
        // parts of fonts are taken, and told what they stand for, only when a document is saved
        document.save(OutputStream.nullOutputStream());
        Set<COSStream> maps = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                fonts.keySet()
                        .forEach(name -> maps.add(fonts.getCOSDictionary(name).getCOSStream(COSName.TO_UNICODE)));
            }
        }
        maps.remove(null);
        for (COSStream map : maps) {
            put(map, codes);
        }
    }

    private static void put(COSStream stream, FormCodes codes) throws IOException {
        CMap map;
        try (RandomAccessReadBuffer written =
                RandomAccessReadBuffer.createBufferFromStream(stream.createInputStream())) {
            map = new CMapParser().parse(written);
        }
        List<String> lines = new ArrayList<>();
        for (int glyph = 0; glyph < GLYPHS; glyph++) {
            String code = map.toUnicode(glyph, BYTES_OF_A_CODE);
            if (code != null) {
                lines.add("<" + HexFormat.of().withUpperCase().toHexDigits((short) glyph) + "> <"
                        + hex(code.codePoints().mapToObj(codes::says).collect(Collectors.joining())) + ">\n");
            }
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text(lines).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String hex(String letters) {
        return HexFormat.of().withUpperCase().formatHex(letters.getBytes(StandardCharsets.UTF_16BE));
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < lines.size(); from += LINES) {
            List<String> block = lines.subList(from, Math.min(from + LINES, lines.size()));
            text.append(block.size()).append(" beginbfchar\n");
            block.forEach(text::append);
            text.append("endbfchar\n");
        }
        return text.append("""
                endcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """).toString();
    }
}

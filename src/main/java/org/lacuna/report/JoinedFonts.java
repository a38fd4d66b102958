package org.lacuna.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** The fonts of one PDF, where those that can join letters have their joined forms under code points. */
final class JoinedFonts {
    private final Map<Fonts.Font, byte[]> coded = new HashMap<>();
    private final FormCodes codes;

    private JoinedFonts(Map<Fonts.Font, Map<Form, Integer>> forms) {
        this.codes = new FormCodes(inAll(forms.values()));
        forms.forEach((font, glyphs) -> coded.put(font, coded(font, glyphs)));
    }

    /** @param text that is set in them; most have nothing to join, and then the files are taken as they are */
    static JoinedFonts of(List<Fonts.Font> fonts, String text) {
        Map<Fonts.Font, Map<Form, Integer>> forms = new HashMap<>();
        if (FormsOfFont.joins(FormCodes.withLetters(text))) {
            for (Fonts.Font font : fonts) {
                Map<Form, Integer> found = read(font, FormsOfFont::of);
                if (!found.isEmpty()) {
                    forms.put(font, found);
                }
            }
        }
        return new JoinedFonts(forms);
    }

    FormCodes codes() {
        return codes;
    }

    InputStream open(Fonts.Font font) {
        try {
            return coded.containsKey(font)
                    ? new ByteArrayInputStream(coded.get(font))
                    : Files.newInputStream(font.file());
        } catch (IOException unreadable) {
            throw unreadable(font, unreadable);
        }
    }

    /** A form that the regular font has and the bold one lacks would be a box in a heading. */
    private static SortedSet<Form> inAll(Collection<Map<Form, Integer>> fonts) {
        SortedSet<Form> forms = new TreeSet<>();
        fonts.forEach(font -> forms.addAll(font.keySet()));
        fonts.forEach(font -> forms.retainAll(font.keySet()));
        return forms;
    }

    private byte[] coded(Fonts.Font font, Map<Form, Integer> forms) {
        SortedMap<Integer, Integer> glyphs = read(font, JoinedFonts::glyphs);
        glyphs.keySet().removeIf(FormCodes::isFree);
        forms.forEach((form, glyph) -> codes.of(form).ifPresent(code -> glyphs.put(code, glyph)));
        try {
            return FontCodes.put(Files.readAllBytes(font.file()), glyphs);
        } catch (IOException unreadable) {
            throw unreadable(font, unreadable);
        }
    }

    private static SortedMap<Integer, Integer> glyphs(TrueTypeFont font) throws IOException {
        CmapLookup lookup = font.getUnicodeCmapLookup();
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int code = 1; code <= Character.MAX_CODE_POINT; code++) {
            int glyph = lookup.getGlyphId(code);
            if (glyph != 0) {
                glyphs.put(code, glyph);
            }
        }
        return glyphs;
    }

    /** Something that is read in a font. */
    private interface Reading<T> {
        T of(TrueTypeFont font) throws IOException;
    }

    private static <T> T read(Fonts.Font font, Reading<T> reading) {
        try (TrueTypeFont file = new TTFParser()
                .parse(new RandomAccessReadBufferedFile(font.file().toFile()))) {
            return reading.of(file);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable(font, unreadable);
        }
    }

    private static Pdf.NotSet unreadable(Fonts.Font font, Exception cause) {
        return new Pdf.NotSet("expected a font in " + font.file() + ", found that it cannot be read: " + cause, cause);
    }
}

package org.lacuna.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphSubstitutionTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.model.GsubData;

/**
 * Which joined forms of Arabic letters a font has, from its own rules (the table GSUB). Unicode has code points for some forms,
 * but none for that of {@code ە} after another letter, which stands in every other word of Uyghur.
 */
final class FormsOfFont {
    private static final UnicodeSet JOINING =
            new UnicodeSet("[[:Joining_Type=Dual_Joining:][:Joining_Type=Right_Joining:]]").freeze();

    private final GsubData rules;
    private final CmapLookup glyphs;
    private final Map<Form, Integer> found = new TreeMap<>();

    private FormsOfFont(GsubData rules, CmapLookup glyphs) {
        this.rules = rules;
        this.glyphs = glyphs;
    }

    /** The glyph of each form; none if the font does not join letters. */
    static Map<Form, Integer> of(TrueTypeFont font) throws IOException {
        GlyphSubstitutionTable table = font.getGsub();
        if (table == null || !table.getSupportedScriptTags().contains("arab")) {
            return Map.of();
        }
        FormsOfFont forms = new FormsOfFont(table.getGsubData("arab"), font.getUnicodeCmapLookup());
        JOINING.forEach(letter -> forms.single(letter.codePointAt(0)));
        forms.ligatures();
        return forms.found;
    }

    /** Whether a text has anything to join. */
    static boolean joins(String text) {
        return JOINING.containsSome(text);
    }

    private void single(int letter) {
        int plain = glyphs.getGlyphId(letter);
        if (plain == 0) {
            return;
        }
        String letters = Character.toString(letter);
        if (UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE) == UCharacter.JoiningType.DUAL_JOINING) {
            glyph("init", plain).ifPresent(glyph -> found.put(new Form(letters, false, true), glyph));
            glyph("medi", plain).ifPresent(glyph -> found.put(new Form(letters, true, true), glyph));
        }
        glyph("fina", plain).ifPresent(glyph -> found.put(new Form(letters, true, false), glyph));
    }

    private Optional<Integer> glyph(String feature, int plain) {
        List<Integer> one = List.of(plain);
        return rules.isFeatureSupported(feature) && rules.getFeature(feature).canReplaceGlyphs(one)
                ? Optional.of(rules.getFeature(feature).getReplacementForGlyphs(one))
                : Optional.empty();
    }

    /** By their code points: fonts make those with hamza of parts, by rules that depend on what stands beside. */
    private void ligatures() {
        FormCodes.LAM_ALEF.forEach(code -> {
            int glyph = glyphs.getGlyphId(code.codePointAt(0));
            if (glyph != 0) {
                found.put(FormCodes.ligature(code), glyph);
            }
        });
    }
}

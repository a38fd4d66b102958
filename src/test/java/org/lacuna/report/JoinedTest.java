package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedTest {
    private static final String UYGHUR =
            "ئۇيغۇر ئاپتونوم رايونى شىنجاڭ ھەققىدىكى سەھىپە يېپىلدى ژۇرنال ئۆزۈڭ تەپەككۇر ئەۋەتىش كۈن سالام";
    private static final String ARABIC = "مركز الحرية لا إله سلام هيئة مسؤول";
    private static final String PERSIAN = "کتاب‌خانهٔ آزاد می‌خواهند گفتگو پژوهش";
    private static final List<String> WORDS = Stream.of(UYGHUR, ARABIC, PERSIAN)
            .flatMap(text -> Stream.of(text.split(" ")))
            .toList();

    private static final double HALF_A_PERCENT = 0.005;

    /** A word as it stands in a PDF: from the left, before anybody makes it readable. */
    private record Drawn(String says, double width) {}

    private static List<Drawn> drawn(String tag, List<String> words) throws Exception {
        List<Drawn> drawn = new ArrayList<>();
        String article = words.stream()
                .map(word -> "<" + tag + " dir=\"rtl\" style=\"font-size: 12pt\">" + word + "</" + tag + ">")
                .collect(Collectors.joining());
        try (PDDocument document = Loader.loadPDF(PdfTest.set("<article>" + article + "</article>"))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> places) {
                    drawn.add(new Drawn(
                            places.stream().map(TextPosition::getUnicode).collect(Collectors.joining()),
                            places.stream().mapToDouble(TextPosition::getWidth).sum()));
                }
            }.getText(document);
        }
        drawn.removeIf(line -> line.says().chars().allMatch(c -> c < 0x600 || c == '“' || c == '”'));
        return drawn;
    }

    /** Java draws text with HarfBuzz, as browsers do. */
    private static double widthByHarfBuzz(String file, String word) throws Exception {
        try (Stream<Path> files = Files.walk(FontsForTests.HERE)) {
            Path font = files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
            return Font.createFont(Font.TRUETYPE_FONT, font.toFile())
                    .deriveFont(12f)
                    .layoutGlyphVector(
                            new FontRenderContext(null, true, true),
                            word.toCharArray(),
                            0,
                            word.length(),
                            Font.LAYOUT_RIGHT_TO_LEFT)
                    .getLogicalBounds()
                    .getWidth();
        }
    }

    @Test
    void words_of_uyghur_arabic_and_persian_are_as_wide_as_a_browser_sets_them() throws Exception {
        FontsForTests.assumeThere();
        assertSetAsBy("DejaVuSans.ttf", drawn("p", WORDS));
        assertSetAsBy("DejaVuSans-Bold.ttf", drawn("h2", WORDS));
    }

    private static void assertSetAsBy(String font, List<Drawn> drawn) throws Exception {
        assertThat(drawn).hasSameSizeAs(WORDS);
        for (int i = 0; i < WORDS.size(); i++) {
            double expected = widthByHarfBuzz(font, WORDS.get(i));
            assertThat(drawn.get(i).width())
                    .as(WORDS.get(i) + " in " + font)
                    .isCloseTo(expected, within(expected * HALF_A_PERCENT));
        }
    }

    @Test
    void what_is_copied_is_the_letters_themselves_and_not_their_forms() throws Exception {
        FontsForTests.assumeThere();
        for (Drawn word : drawn("p", WORDS)) {
            assertThat(word.says()).doesNotContainPattern("[\\uFB50-\\uFDFF\\uFE70-\\uFEF4]");
        }
        assertThat(new StringBuilder(drawn("p", List.of("سەھىپە")).get(0).says()).reverse())
                .hasToString("سەھىپە");
    }

    @Test
    void lam_and_alef_are_copied_as_the_one_character_that_they_are() throws Exception {
        FontsForTests.assumeThere();
        assertThat(drawn("p", List.of("سلام", "الآن", "لأن", "الإسلام")).stream()
                        .map(Drawn::says))
                .containsExactly("مﻼس", "نﻵا", "نﻷ", "مﻼسﻹا");
    }

    @Test
    void forms_that_somebody_pasted_are_written_with_letters() throws Exception {
        FontsForTests.assumeThere();
        assertThat(drawn("p", List.of("ﺋﯘﻳﻐﯘﺭ ﺳﻼﻡ"))).isEqualTo(drawn("p", List.of("ئۇيغۇر سلام")));
    }

    @Test
    void marks_above_a_letter_do_not_part_it_from_the_next() throws Exception {
        FontsForTests.assumeThere();
        assertThat(drawn("p", List.of("مُحَمَّد")).get(0).width())
                .isEqualTo(drawn("p", List.of("محمد")).get(0).width(), within(0.01));
    }

    @Test
    void letters_stay_as_they_are_where_a_font_has_no_form_of_them() {
        Joined without = new Joined(new FormCodes(new TreeSet<>()));
        assertThat(without.shapeText(UYGHUR)).isEqualTo(UYGHUR);

        Form last = new Form("ر", true, false);
        Joined withOne = new Joined(new FormCodes(new TreeSet<>(List.of(last))));
        assertThat(withOne.shapeText("ئۇيغۇر غر")).startsWith("ئۇيغۇر غ").doesNotEndWith("ر");
    }

    @Test
    void a_font_that_cannot_be_read_costs_the_pdf_and_nothing_else(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("DejaVuSans.ttf"), "no font");
        List<Fonts.Font> fonts = List.of(new Fonts.Font("DejaVu Sans", 400, file));
        assertThatThrownBy(() -> JoinedFonts.of(fonts, UYGHUR))
                .isInstanceOf(Pdf.NotSet.class)
                .hasMessageContaining("DejaVuSans.ttf");
    }
}

package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.LogForTests;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Grid;
import org.lacuna.page.language.Language;

class PdfTest {
    @BeforeAll
    static void fonts() {
        FontsForTests.assumeThere();
    }

    static byte[] set(String article) {
        Report report = new Report(
                "losses",
                "Losses",
                "How many?",
                List.of(),
                List.of(),
                Map.of(),
                List.of("pdf"),
                "0 0 6 3 * ?",
                "Not all.");
        Counted counted = new Counted(report, LocalDate.of(2026, 11, 28), 42, Map.of(), List.of(), List.of());
        return new Pdf(new Fonts(settings(FontsForTests.HERE))).set(counted, article);
    }

    @Test
    void the_renderer_keeps_its_steps_to_itself() {
        PrintStream console = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try (LogForTests log = new LogForTests()) {
            set("<article><h1>Losses</h1></article>");
            assertThat(log.lines()).doesNotContain("Using fast-mode renderer");
        } finally {
            System.setErr(console);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("openhtmltopdf");
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void every_script_of_the_record_is_set_and_reads_in_its_order() throws Exception {
        String text = text(set("<article><h1>Losses</h1><p lang=\"zh\">中国政府要求下架 天安門</p>"
                + "<p lang=\"ug\" dir=\"rtl\">ئۇيغۇر تىلى ەۇۆېڭ</p><p lang=\"ar\" dir=\"rtl\">مرحبا بالعالم</p>"
                + "<p lang=\"bo\">བོད་སྐད་</p><p>Đặng Ö Жук</p><p>mixed 微信 and ئۇيغۇر text</p></article>"));
        assertThat(text)
                .contains("中国政府要求下架 天安門")
                .contains("ئۇيغۇر تىلى ەۇۆېڭ")
                .contains("مرحبا بالعالم")
                .contains("བོད་སྐད་")
                .contains("Đặng Ö Жук")
                .contains("mixed 微信 and")
                .contains("Lacuna, “Losses”, as of 2026-11-28, change 42 of the record.");
    }

    @Test
    void it_is_tagged_with_headings_and_table_heads_and_says_its_language() throws Exception {
        byte[] pdf = set("<article><h1>Losses</h1><h2>By platform</h2><table><caption>All</caption><thead><tr>"
                + "<th scope=\"col\">Platform</th><th scope=\"col\">Count</th></tr></thead><tbody><tr>"
                + "<th scope=\"row\">Zoom</th><td>3</td></tr></tbody></table></article>");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Losses");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray()))
                    .contains("pdfuaid");
            StringBuilder tags = new StringBuilder();
            tags(document.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags.toString()).contains(" H1 ", " H2 ", " Table ", " TH ", " TD ");
            document.getPages()
                    .forEach(page -> page.getResources().getFontNames().forEach(font -> assertThat(
                                    embedded(page.getResources().getCOSObject(), font))
                            .as("a font that is not embedded looks different everywhere")
                            .isTrue()));
        }
    }

    private static boolean embedded(COSDictionary resources, COSName font) {
        return resources
                .getCOSDictionary(COSName.FONT)
                .getCOSDictionary(font)
                .getCOSArray(COSName.DESCENDANT_FONTS)
                .getObject(0)
                .toString()
                .contains("FontDescriptor");
    }

    private static void tags(PDStructureNode node, StringBuilder tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.append(' ').append(element.getStructureType()).append(' ');
                tags(element, tags);
            }
        }
    }

    @Test
    void nothing_outside_the_article_is_asked_for(@TempDir Path folder) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = Files.writeString(folder.resolve("secret.css"), "p::before { content: 'a secret' }");
            byte[] pdf = set("<article><h1>Losses</h1><style>@import url('" + at + "/a.css'); @import url('"
                    + file.toUri() + "'); @font-face { font-family: x; src: url('" + at
                    + "/f.ttf') } h1 { font-family: x; background: url('" + at
                    + "/b.png') }</style><link rel=\"stylesheet\" href=\""
                    + file.toUri() + "\"><img src=\"" + at + "/i.png\" alt=\"one\"><object data=\"" + at
                    + "/o\"></object><p>Text</p></article>");
            assertThat(asked.get()).isZero();
            assertThat(text(pdf)).contains("Text").doesNotContain("a secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_chart_is_a_picture_that_says_what_it_shows_however_much_stands_in_it() throws Exception {
        List<Grid.Tile> tiles = IntStream.range(0, 1500)
                .mapToObj(i -> new Grid.Tile("T" + i, i, "T" + i + ": " + i))
                .toList();
        byte[] pdf = set("<article><h1>Losses</h1><figure class=\"chart\"><div class=\"wide-drawing\">"
                + Grid.draw(tiles, "Tiles", "Many of them", Say.in(Language.ENGLISH), 720)
                + "</div><div class=\"narrow-drawing\"><p>narrow</p></div></figure></article>");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StringBuilder tags = new StringBuilder();
            tags(document.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags.toString()).contains(" Figure ");
        }
        assertThat(text(pdf)).doesNotContain("narrow");
    }

    @Test
    void the_same_article_is_the_same_bytes() {
        String article = "<article><h1>Losses</h1><p>微信 ئۇيغۇر</p></article>";
        assertThat(set(article)).isEqualTo(set(article)).isNotEqualTo(set(article.replace("微信", "微博")));
    }

    /** The renderer's tagging broke off where a table began exactly at the top of a page, its caption on the one before. */
    @Test
    void a_report_is_set_wherever_its_pages_end() throws Exception {
        String yearly = Files.readString(Example.FOLDERS.resolve("yearly").resolve("expected.html"));
        for (int lower : List.of(0, 5, 21, 58)) {
            String text = text(set(yearly.replaceAll("<h2", "<div style=\"height: " + lower + "mm\"></div><h2")));
            assertThat(text).contains("The year in restrictions", "What this report cannot say");
        }
    }

    @Test
    void what_cannot_be_set_is_refused_and_names_what_would_help(@TempDir Path empty) {
        assertThatThrownBy(() -> new Fonts(settings(empty)).of("微信"))
                .isInstanceOf(Fonts.NoFont.class)
                .hasMessageContainingAll("DejaVu Sans", "fonts-dejavu-core", "lacuna.reports.fonts");
        assertThatThrownBy(() -> set("<article><p>ᚠᚢᚦ</p></article>"))
                .isInstanceOf(Fonts.NoFont.class)
                .hasMessageContainingAll("RUNIC", "report.Fonts");
    }

    private static ReportSettings settings(Path folder) {
        return new ReportSettings() {
            @Override
            public boolean works() {
                return false;
            }

            @Override
            public List<Path> fonts() {
                return List.of(folder);
            }

            @Override
            public String clock() {
                return "";
            }
        };
    }
}

package org.lacuna.report;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.lacuna.page.chart.Picture;
import org.lacuna.shared.Digest;

/**
 * Sets an article as a tagged PDF (PDF/UA, ISO 14289), so that a screen reader finds its headings and tables. The same
 * article of the same day is the same bytes. Whatever the article names outside itself is refused: rendering opens no
 * connection and no file.
 */
@Singleton
class Pdf {
    private static final int HEX = 16;
    private static final int HEX_DIGITS_OF_A_LONG = 16;

    private static final String PICTURE = "data:image/png;base64,";

    static {
        XRLog.setLoggerImpl(new RendererLog());
    }

    private final Fonts fonts;
    private final String style;

    Pdf(Fonts fonts) {
        this.fonts = fonts;
        this.style = style();
    }

    /** Something cannot be set as a PDF; its other formats can. */
    static class NotSet extends IllegalStateException {
        NotSet(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws Fonts.NoFont if this machine lacks the font that every PDF is set in */
    void check() {
        fonts.of("");
    }

    /** @throws NotSet if a script in it has no font on this machine, or the renderer cannot do it */
    byte[] set(Counted counted, String article) {
        Document page = page(counted, article);
        List<Fonts.Font> found = fonts.of(page.text());
        page.head().appendElement("style").appendText(style.replace("FAMILIES", families(found)));
        JoinedFonts joined = JoinedFonts.of(found, page.text());
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new Joined(joined.codes()))
                .useExternalResourceAccessControl(
                        (address, type) -> ours(address), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> ours(address), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withProducer("Lacuna")
                .withW3cDocument(new W3CDom().fromJsoup(page), "about:blank");
        found.forEach(
                font -> builder.useFont(() -> joined.open(font), font.family(), font.weight(), FontStyle.NORMAL, true));
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return saved(renderer.getPdfDocument(), joined.codes(), counted, article);
        } catch (IOException failed) {
            throw new UncheckedIOException("the PDF could not be written", failed);
        } catch (RuntimeException broken) {
            // the renderer stumbles over single layouts; that must not cost the edition its other formats
            throw new NotSet("expected the PDF renderer to set it, found that it broke off: " + broken, broken);
        }
    }

    /** The pictures that we put into the page ourselves. */
    private static boolean ours(String address) {
        return address.startsWith(PICTURE);
    }

    /** Charts become pictures of dots, since the renderer knows no SVG without much that we do not want. */
    private static void pictures(Document page) {
        page.select("img, .narrow-drawing").remove();
        page.select("svg").forEach(svg -> {
            String says = svg.select("title").text() + ". " + svg.select("desc").text();
            Element picture = new Element("img")
                    .attr("src", PICTURE + Base64.getEncoder().encodeToString(png(svg.outerHtml())))
                    .attr("alt", says);
            svg.replaceWith(picture);
        });
    }

    private static byte[] png(String svg) {
        try {
            return Picture.png(svg);
        } catch (IllegalStateException noFonts) {
            throw new Fonts.NoFont(noFonts.getMessage());
        }
    }

    /** The hour of rendering and a number drawn by chance would make other bytes of the same figures. */
    private static byte[] saved(PDDocument document, FormCodes codes, Counted counted, String article)
            throws IOException {
        document.getDocumentInformation()
                .setCreationDate(
                        GregorianCalendar.from(counted.day().plusDays(1).atStartOfDay(ZoneOffset.UTC)));
        document.setDocumentId(
                Long.parseUnsignedLong(Digest.of(article).hex().substring(0, HEX_DIGITS_OF_A_LONG), HEX));
        PlainLetters.put(document, codes);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static Document page(Counted counted, String article) {
        Document page = Document.createShell("");
        page.child(0).attr("lang", "en");
        page.title(counted.report().title());
        page.head()
                .appendElement("meta")
                .attr("name", "subject")
                .attr("content", counted.report().question());
        page.head().appendElement("meta").attr("name", "author").attr("content", "Lacuna");
        page.body()
                .append(Jsoup.parseBodyFragment(article).body().html())
                .appendElement("p")
                .addClass("imprint")
                .text("Lacuna, “" + counted.report().title() + "”, as of " + counted.day() + ", change "
                        + counted.sequence() + " of the record.");
        pictures(page);
        // an address without a host leads nowhere from a file
        page.select("a[href]").forEach(link -> {
            if (!link.attr("href").startsWith("#")) {
                link.unwrap();
            } else {
                link.attr("title", link.text());
            }
        });
        return page;
    }

    private static String families(List<Fonts.Font> found) {
        return found.stream().map(font -> "'" + font.family() + "'").distinct().collect(Collectors.joining(", "));
    }

    private static String style() {
        try (InputStream css = Pdf.class.getResourceAsStream("print.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("print.css is part of this build and cannot be read", broken);
        }
    }
}

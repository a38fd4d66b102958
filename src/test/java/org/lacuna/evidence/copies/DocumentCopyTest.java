package org.lacuna.evidence.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.Samples;

class DocumentCopyTest {
    private static final String SENTINEL = "SENTINEL-pdf-9182";
    private static final PublicFileCopies COPIES = new PublicFileCopies(Limits.usual());

    @Test
    void nothing_of_a_document_comes_along_but_what_is_seen() throws IOException {
        byte[] original;
        try (PDDocument document = Loader.loadPDF(Samples.pdf("Notice"))) {
            burden(document);
            original = Samples.saved(document);
        }

        Made copy = made(original);

        assertThat(copy.kind()).isEqualTo(FileKind.PDF);
        assertThat(new String(copy.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(SENTINEL);
        try (PDDocument seen = Loader.loadPDF(copy.bytes())) {
            assertThat(seen.getDocumentCatalog().getMetadata()).isNull();
            assertThat(seen.getDocumentCatalog().getNames()).isNull();
            assertThat(seen.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(seen.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(seen.getPage(0).getCOSObject().keySet())
                    .extracting(COSName::getName)
                    .containsExactlyInAnyOrder("Type", "MediaBox", "Parent", "Contents", "Resources");
            assertThat(words(seen)).doesNotContain(SENTINEL);
        }
    }

    @Test
    void a_page_looks_as_before_and_has_its_size() throws IOException {
        try (PDDocument seen = Loader.loadPDF(made(Samples.pdf("Notice")).bytes());
                PDDocument before = Loader.loadPDF(Samples.pdf("Notice"))) {
            PDRectangle page = seen.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isBetween(PDRectangle.A5.getWidth() - 1, PDRectangle.A5.getWidth() + 1);
            assertThat(page.getHeight()).isBetween(PDRectangle.A5.getHeight() - 1, PDRectangle.A5.getHeight() + 1);
            double ink = ink(new PDFRenderer(seen).renderImage(0));
            assertThat(ink).isGreaterThan(0.002);
            assertThat(ink / ink(new PDFRenderer(before).renderImage(0))).isBetween(0.8, 1.25);
        }
    }

    @Test
    void two_copies_of_a_document_are_the_same_and_hold_no_time() throws IOException {
        byte[] original = Samples.pdf("Notice");

        assertThat(made(original).bytes()).isEqualTo(made(original).bytes());
    }

    @Test
    void a_document_with_more_pages_than_are_drawn_has_no_copy() throws IOException {
        byte[] original = pages(4);
        PublicFileCopies three = new PublicFileCopies(Limits.usual().pages(3));

        assertThat(three.make(new ByteArrayInputStream(original), FileKind.PDF))
                .isEqualTo(new NotMade(Reason.TOO_MANY_PAGES));
        assertThat(made(pages(3)).bytes()).isNotEmpty();
    }

    @Test
    void a_page_as_large_as_a_wall_is_drawn_coarsely_and_one_larger_not_at_all() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
            assertThat(made(Samples.saved(document)).bytes()).isNotEmpty();
            document.addPage(new PDPage(new PDRectangle(1_000_000, 10)));
            assertThat(copy(Samples.saved(document))).isEqualTo(new NotMade(Reason.UNREADABLE));
        }
    }

    @Test
    void a_picture_in_a_page_that_unpacks_to_gigabytes_harms_nobody_but_its_worker() throws IOException {
        byte[] original;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream bomb = document.getDocument().createCOSStream();
            try (var raw = bomb.createRawOutputStream()) {
                raw.write(Samples.deflatedZeros(300L << 20));
            }
            bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            bomb.setItem(COSName.TYPE, COSName.XOBJECT);
            bomb.setItem(COSName.SUBTYPE, COSName.IMAGE);
            bomb.setInt(COSName.WIDTH, 26_000);
            bomb.setInt(COSName.HEIGHT, 26_000);
            bomb.setInt(COSName.BITS_PER_COMPONENT, 8);
            bomb.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
            PDImageXObject image = (PDImageXObject) PDImageXObject.createXObject(bomb, page.getResources());
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawImage(image, 0, 0, 600, 600);
            }
            original = Samples.saved(document);
        }

        Copy copy = copy(original);

        assertThat(copy).isInstanceOfAny(NotMade.class, Made.class);
        assertThat(made(Samples.pdf("after")).bytes()).isNotEmpty();
    }

    private static void burden(PDDocument document) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setAuthor(SENTINEL);
        information.setProducer(SENTINEL);
        document.setDocumentInformation(information);
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(Samples.ascii(SENTINEL))));
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SENTINEL + "')"));
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(SENTINEL);
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(Samples.ascii(SENTINEL))));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(SENTINEL, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSDictionary own = new COSDictionary();
        own.setString(COSName.getPDFName("Own"), SENTINEL);
        document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), own);
    }

    private static byte[] pages(int count) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage(PDRectangle.A6));
            }
            return Samples.saved(document);
        }
    }

    /** All objects, unpacked. */
    private static String words(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> String.valueOf(
                        document.getDocument().getObjectFromPool(key).getObject()))
                .reduce("", String::concat);
    }

    private static double ink(BufferedImage page) {
        long dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += (page.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return (double) dark / page.getWidth() / page.getHeight();
    }

    private static Copy copy(byte[] original) throws IOException {
        return COPIES.make(new ByteArrayInputStream(original), FileKind.PDF);
    }

    private static Made made(byte[] original) throws IOException {
        Copy copy = copy(original);
        assertThat(copy).isInstanceOf(Made.class);
        return (Made) copy;
    }
}

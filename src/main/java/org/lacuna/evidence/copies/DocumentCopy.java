package org.lacuna.evidence.copies;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;

/** A document: each page drawn to a picture, and a new document of these pictures with nothing else in it. */
final class DocumentCopy {
    /** Units of a page are points, 72 to the inch (ISO 32000-1 §8.3.2.3). */
    private static final float POINTS = 72;

    private static final float DOTS_PER_INCH = 150;
    private static final float MOST_PIXELS = 8_000_000;
    private static final float LONGEST_SIDE = 14_400;
    private static final float QUALITY = 0.85f;

    private final int mostPages;
    private final int mostBytes;

    DocumentCopy(int mostPages, int mostBytes) {
        this.mostPages = mostPages;
        this.mostBytes = mostBytes;
    }

    Copy of(byte[] original) throws IOException {
        try (PDDocument source = Loader.loadPDF(original, "", null, null, IOUtils.createMemoryOnlyStreamCache());
                PDDocument copy = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            int pages = source.getNumberOfPages();
            if (pages > mostPages) {
                return new NotMade(Reason.TOO_MANY_PAGES);
            }
            PDFRenderer renderer = new PDFRenderer(source);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < pages; page++) {
                draw(renderer, page, scale(source.getPage(page)), copy);
            }
            return pages == 0 ? new NotMade(Reason.UNREADABLE) : new Made(saved(copy), FileKind.PDF);
        }
    }

    private static void draw(PDFRenderer renderer, int number, float scale, PDDocument copy) throws IOException {
        BufferedImage drawn = renderer.renderImage(number, scale, ImageType.RGB);
        float width = drawn.getWidth() / scale;
        float height = drawn.getHeight() / scale;
        PDPage page = new PDPage(new PDRectangle(width, height));
        copy.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(copy, page)) {
            pen.drawImage(JPEGFactory.createFromImage(copy, drawn, QUALITY), 0, 0, width, height);
        }
    }

    /** A poster is drawn more coarsely. */
    private static float scale(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        float width = box.getWidth();
        float height = box.getHeight();
        if (!(width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE)) {
            throw new IOException("expected a page between 1 and " + LONGEST_SIDE + " points a side");
        }
        return Math.min(DOTS_PER_INCH / POINTS, (float) Math.sqrt(MOST_PIXELS / (width * height)));
    }

    private byte[] saved(PDDocument copy) throws IOException {
        // otherwise the time goes into the document's id
        copy.setDocumentId(0L);
        CappedBytes bytes = new CappedBytes(mostBytes);
        copy.save(bytes);
        return bytes.bytes();
    }
}

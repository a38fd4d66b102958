package org.lacuna.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF says to somebody who does not see it, as a text that can be compared: language, title, tags and words in the
 * order in which they are read. Its bytes hold fonts, and they change with these.
 */
final class PdfReading {
    private PdfReading() {}

    static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            StringBuilder text = new StringBuilder()
                    .append("title: ")
                    .append(document.getDocumentInformation().getTitle())
                    .append("\nlanguage: ")
                    .append(catalog.getLanguage())
                    .append("\ntagged: ")
                    .append(
                            catalog.getMarkInfo() != null
                                            && catalog.getMarkInfo().isMarked()
                                    ? "yes"
                                    : "no")
                    .append(new String(catalog.getMetadata().toByteArray()).contains("pdfuaid") ? ", PDF/UA" : "")
                    .append("\npages: ")
                    .append(document.getNumberOfPages())
                    .append("\n\n");
            tags(catalog.getStructureTreeRoot(), "", text);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.append("\n--- page ").append(page).append('\n').append(words(document, page));
            }
            return text.toString();
        }
    }

    private static String words(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.setLineSeparator("\n");
        stripper.setPageEnd("");
        StringBuilder words = new StringBuilder();
        stripper.getText(document).lines().map(String::strip).forEach(line -> words.append(line)
                .append('\n'));
        return words.toString();
    }

    /** One line for each element that stands by itself; rows and cells of a table are counted. */
    private static void tags(PDStructureNode node, String indent, StringBuilder text) {
        for (PDStructureElement element : elements(node)) {
            String type = element.getStructureType();
            boolean table = type.equals("Table");
            text.append(indent).append(type);
            if (element.getAlternateDescription() != null) {
                text.append(" “").append(element.getAlternateDescription()).append('”');
            }
            text.append(table ? " " + inside(element) : "").append('\n');
            if (!table) {
                tags(element, indent + "  ", text);
            }
        }
    }

    private static String inside(PDStructureNode node) {
        List<String> all = new ArrayList<>();
        for (PDStructureElement element : elements(node)) {
            String inner = List.of("TH", "TD", "Caption").contains(element.getStructureType()) ? "" : inside(element);
            all.add(element.getStructureType() + (inner.isEmpty() ? "" : "(" + inner + ")"));
        }
        return together(all);
    }

    /** What comes several times in a row is written once. */
    private static String together(List<String> all) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < all.size(); ) {
            int to = from;
            while (to < all.size() && all.get(to).equals(all.get(from))) {
                to++;
            }
            text.append(from == 0 ? "" : " ")
                    .append(to - from == 1 ? "" : (to - from) + "×")
                    .append(all.get(from));
            from = to;
        }
        return text.toString();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }
}

package org.lacuna.evidence.copies;

import java.nio.charset.StandardCharsets;

/** A document of one empty page, to try with. Drawing it takes all that is taken by any other. */
final class EmptyPage {
    private static final String PDF = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj
            trailer << /Root 1 0 R /Size 4 >>
            startxref
            0
            %%EOF
            """;

    private EmptyPage() {}

    static byte[] pdf() {
        return PDF.getBytes(StandardCharsets.US_ASCII);
    }
}

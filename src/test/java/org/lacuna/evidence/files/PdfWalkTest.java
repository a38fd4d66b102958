package org.lacuna.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.evidence.files.CheckedFileTest.kind;
import static org.lacuna.evidence.files.CheckedFileTest.reason;
import static org.lacuna.evidence.files.Samples.ascii;
import static org.lacuna.evidence.files.Samples.join;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.evidence.files.RefusedFile.Reason;

class PdfWalkTest {
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_script_is_refused_packed_or_not(boolean packed) throws IOException {
        byte[] pdf = document(packed, document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert(1)")));

        assertThat(reason(pdf)).isEqualTo(Reason.HAS_A_SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_attachment_is_refused_packed_or_not(boolean packed) throws IOException {
        byte[] pdf = document(packed, PdfWalkTest::attach);

        assertThat(reason(pdf)).isEqualTo(Reason.HAS_AN_ATTACHMENT);
    }

    @Test
    void an_encrypted_document_is_refused() throws IOException {
        byte[] pdf = document(
                true, document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));

        assertThat(reason(pdf)).isEqualTo(Reason.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_document_that_opens_at_a_page_is_taken(boolean packed) throws Exception {
        byte[] pdf = document(packed, document -> {
            PDPageFitDestination first = new PDPageFitDestination();
            first.setPage(document.getPage(0));
            document.getDocumentCatalog().setOpenAction(first);
        });

        assertThat(kind(pdf)).isEqualTo(FileKind.PDF);
        assertThat(kind(join(pdf, ascii("\r\n \n")))).isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScript", "/J#61vaScript", "/#4a#61#76#61#53#63#72#69#70#74", "/Launch", "/L#61unch"})
    void a_name_is_refused_however_it_is_spelled(String name) {
        byte[] pdf = ascii("%PDF-1.4\n1 0 obj\n<< /S " + name + ">>\nendobj\ntrailer <<>>\nstartxref\n0\n%%EOF\n");

        assertThat(reason(pdf)).isEqualTo(Reason.HAS_A_SCRIPT);
    }

    @Test
    void a_name_in_the_middle_of_a_word_or_of_a_text_is_not_one() throws Exception {
        byte[] pdf = ascii("%PDF-1.4\n1 0 obj\n<< /Title (JavaScript) /JavaScripts 1 /NoLaunch 2 >>\nendobj\n%%EOF");

        assertThat(kind(pdf)).isEqualTo(FileKind.PDF);
    }

    @Test
    void object_streams_that_cannot_be_looked_into_are_refused() {
        String head = "%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ";

        assertThat(reason(ascii(head + "[/ASCIIHexDecode /FlateDecode] >>\nstream\nabc\nendstream\n%%EOF")))
                .isEqualTo(Reason.CANNOT_BE_CHECKED);
        assertThat(reason(ascii(head + "9 0 R >>\nstream\nabc\nendstream\n%%EOF")))
                .isEqualTo(Reason.CANNOT_BE_CHECKED);
        assertThat(reason(ascii(head + "/FlateDecode >>\nstream\nabc\nendstream\n%%EOF")))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void an_object_stream_without_its_type_is_looked_into_too() {
        byte[] packed = Samples.deflated(ascii("1 0 << /S /JavaScript >>"));
        byte[] pdf = join(
                ascii("%PDF-1.5\n1 0 obj\n<< /N 1 /First 4 /Filter /FlateDecode >>\nstream\r\n"),
                packed,
                ascii("\nendstream\nendobj\n%%EOF"));

        assertThat(reason(pdf)).isEqualTo(Reason.HAS_A_SCRIPT);
    }

    @Test
    void an_object_stream_that_unpacks_to_far_too_much_is_refused() {
        byte[] pdf = join(
                ascii("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"),
                Samples.deflatedZeros(100L << 20),
                ascii("\nendstream\nendobj\n%%EOF"));

        assertThat(reason(pdf)).isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
    }

    @Test
    void a_page_at_the_front_of_a_document_is_refused() {
        assertThat(reason(ascii("%PDF-1.4\n<html><body>x\n1 0 obj\n<<>>\nendobj\n%%EOF")))
                .isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
    }

    static void attach(PDDocument document) throws IOException {
        PDEmbeddedFile inside = new PDEmbeddedFile(document, new ByteArrayInputStream(ascii("inside")));
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("inside.txt");
        file.setEmbeddedFile(inside);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("inside.txt", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static byte[] document(boolean packed, Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }
}

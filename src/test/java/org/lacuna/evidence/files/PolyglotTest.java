package org.lacuna.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.evidence.files.CheckedFileTest.kind;
import static org.lacuna.evidence.files.CheckedFileTest.reason;
import static org.lacuna.evidence.files.Samples.ascii;
import static org.lacuna.evidence.files.Samples.join;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** Files that are two things at once, and pictures that are larger than they look. */
class PolyglotTest {
    @Test
    void a_zip_in_a_chunk_of_a_png_is_refused_wherever_it_stands() {
        byte[] png = Samples.png();
        byte[] zip = Samples.zip();
        byte[] last = Samples.insert(png, png.length - 12, Samples.pngChunk("zzZz", zip));

        assertThat(reason(Samples.withChunk(png, "tEXt", zip))).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(last)).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
    }

    @Test
    void a_zip_hidden_in_what_counts_as_picture_data_is_found_by_its_end() {
        byte[] png = Samples.png();
        byte[] inData = Samples.insert(png, png.length - 12, Samples.pngChunk("IDAT", Samples.zip()));
        byte[] inFilm = join(Samples.mp4(), Samples.box("mdat", Samples.zip()));

        assertThat(reason(inData)).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(inFilm)).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
    }

    @Test
    void a_picture_that_is_also_a_java_archive_is_refused() {
        byte[] gifar = join(Samples.encoded(Samples.picture(8, 8), "gif"), Samples.zip());
        byte[] jpegWithArchive = join(Samples.jpeg(), Samples.zip());

        assertThat(reason(gifar)).isEqualTo(Reason.NOT_A_KIND_WE_TAKE);
        assertThat(reason(jpegWithArchive)).isIn(Reason.DATA_AFTER_THE_END, Reason.MORE_THAN_ONE_FORMAT);
    }

    @Test
    void a_pdf_in_the_comment_of_a_jpeg_is_refused() {
        byte[] both = Samples.withSegment(Samples.jpeg(), 0xfe, Samples.pdf("inside"));

        assertThat(reason(both)).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
    }

    @Test
    void a_pdf_behind_a_few_bytes_of_something_else_is_refused() {
        assertThat(reason(join(ascii("#junk\n"), Samples.pdf("inside")))).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(join(Samples.jpeg(), Samples.pdf("inside")))).isNotNull();
    }

    @Test
    void a_page_in_a_comment_or_behind_a_picture_is_refused() {
        byte[] page = ascii("<HTML><script>x()</script>");

        assertThat(reason(Samples.withSegment(Samples.jpeg(), 0xfe, page))).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(Samples.withChunk(Samples.png(), "tEXt", page))).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(join(Samples.png(), page))).isIn(Reason.DATA_AFTER_THE_END, Reason.MORE_THAN_ONE_FORMAT);
        assertThat(reason(join(Samples.mp4(), Samples.box("free", page)))).isEqualTo(Reason.MORE_THAN_ONE_FORMAT);
    }

    @Test
    void a_webp_must_be_as_long_as_it_says() {
        byte[] longer = Samples.webp();
        longer[4] += 2;

        assertThat(reason(longer)).isEqualTo(Reason.BROKEN);
    }

    @Test
    void a_chunk_with_a_wrong_checksum_is_refused() {
        byte[] png = Samples.png();
        png[png.length - 20]++;

        assertThat(reason(png)).isEqualTo(Reason.BROKEN);
    }

    @Test
    void a_phones_second_picture_and_padding_pass() throws Exception {
        assertThat(kind(join(Samples.jpeg(), Samples.jpeg(), new byte[7]))).isEqualTo(FileKind.JPEG);
        assertThat(kind(Samples.withSegment(Samples.jpeg(), 0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<?xpacket?>"))))
                .isEqualTo(FileKind.JPEG);
    }

    @Test
    void a_picture_that_says_it_is_huge_is_refused_by_its_header() {
        byte[] jpeg = Samples.jpeg();
        int frame = indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xc0});
        byte[] size = {0x75, 0x30, 0x75, 0x30};
        System.arraycopy(size, 0, jpeg, frame + 5, 4);
        byte[] webp = Samples.webp();
        // 14 bits each, all ones: 16384 by 16384
        Arrays.fill(webp, 21, 24, (byte) 0xff);
        webp[24] |= 0x0f;

        assertThat(reason(Samples.png(30_000, 30_000, Samples.deflatedZeros(1000))))
                .isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reason(jpeg)).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reason(webp)).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void a_jpeg_that_asks_to_be_gone_over_again_and_again_is_refused() {
        byte[] jpeg = Samples.jpeg();
        int scan = indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xda});
        byte[] once = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[] many = jpeg;
        for (int i = 0; i < 120; i++) {
            many = Samples.insert(many, scan, once);
        }

        assertThat(reason(many)).isEqualTo(Reason.UNPACKS_TO_TOO_MUCH);
    }

    @Test
    void films_of_another_brand_or_with_attachments_are_refused() {
        byte[] heic = join(Samples.box("ftyp", ascii("heic\0\0\0\0mif1heic")), Samples.box("mdat", new byte[9]));
        byte[] quicktime = join(
                Samples.box("ftyp", ascii("qt  \0\0\0\0qt  ")),
                Samples.box("moov", new byte[9]),
                Samples.box("mdat", new byte[9]));
        byte[] attachments = {0x19, 0x41, (byte) 0xa4, 0x69, (byte) 0x82, 0, 0};

        assertThat(reason(heic)).isEqualTo(Reason.NOT_A_KIND_WE_TAKE);
        assertThat(reason(quicktime)).isEqualTo(Reason.NOT_A_KIND_WE_TAKE);
        assertThat(reason(Samples.webm("matroska"))).isEqualTo(Reason.NOT_A_KIND_WE_TAKE);
        assertThat(reason(Samples.webm("webm", attachments))).isEqualTo(Reason.HAS_AN_ATTACHMENT);
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}

package org.lacuna.evidence.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.evidence.files.Samples.ascii;
import static org.lacuna.evidence.files.Samples.big;
import static org.lacuna.evidence.files.Samples.big16;
import static org.lacuna.evidence.files.Samples.join;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.Samples;

class PictureCopyTest {
    private static final String SENTINEL = "SENTINEL-41.3874";
    private static final PublicFileCopies COPIES = new PublicFileCopies(Limits.usual());

    @Test
    void a_photo_loses_its_place_its_comment_and_its_other_segments_and_keeps_its_pixels() throws IOException {
        byte[] exif = join(ascii("Exif\0\0"), tiff(1), ascii("GPS " + SENTINEL));
        byte[] jpeg = Samples.withSegment(Samples.jpeg(), 0xe1, exif);
        jpeg = Samples.withSegment(jpeg, 0xfe, ascii("comment " + SENTINEL));
        jpeg = Samples.withSegment(jpeg, 0xed, ascii("Photoshop 3.0\0 " + SENTINEL));

        Made copy = made(jpeg, FileKind.JPEG);

        assertThat(copy.kind()).isEqualTo(FileKind.JPEG);
        assertThat(text(copy.bytes())).doesNotContain(SENTINEL, "Exif", "GPS", "Photoshop");
        BufferedImage seen = picture(copy);
        assertThat(seen.getWidth()).isEqualTo(64);
        assertThat(seen.getHeight()).isEqualTo(32);
        assertThat(near(seen, 10, 10, Color.RED)).isTrue();
        assertThat(near(seen, 50, 10, Color.BLUE)).isTrue();
    }

    /** The left half is red; where it belongs is what the tag says. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 10, 16", "2, 64, 54, 16", "3, 64, 54, 16", "4, 64, 10, 16",
        "5, 32, 16, 10", "6, 32, 16, 10", "7, 32, 16, 54", "8, 32, 16, 54"
    })
    void a_photo_stands_upright_as_the_camera_was_held(int tag, int width, int redX, int redY) throws IOException {
        byte[] jpeg = Samples.withSegment(Samples.jpeg(), 0xe1, join(ascii("Exif\0\0"), tiff(tag)));

        BufferedImage seen = picture(new PictureCopy(FileKind.JPEG, 1 << 20).of(jpeg));

        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(near(seen, redX, redY, Color.RED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1", "6"})
    void a_tag_that_makes_no_sense_is_passed_over(int cut) throws IOException {
        byte[] jpeg = Samples.withSegment(
                Samples.jpeg(),
                0xe1,
                join(ascii("Exif\0\0"), ascii("MM\0*"), big(Integer.MAX_VALUE - cut), new byte[9]));

        assertThat(picture(new PictureCopy(FileKind.JPEG, 1 << 20).of(jpeg)).getWidth())
                .isEqualTo(64);
    }

    @Test
    void a_png_loses_its_words_and_stays_exact() throws IOException {
        byte[] png = Samples.withChunk(Samples.png(), "tEXt", ascii("Author\0" + SENTINEL));
        png = Samples.withChunk(png, "prVt", ascii(SENTINEL));

        Made copy = made(png, FileKind.PNG);

        assertThat(copy.kind()).isEqualTo(FileKind.PNG);
        assertThat(text(copy.bytes())).doesNotContain(SENTINEL, "tEXt", "prVt");
        assertThat(picture(copy).getRGB(10, 10)).isEqualTo(Color.RED.getRGB());
        assertThat(picture(copy).getRGB(50, 10)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void what_hides_under_full_transparency_does_not_come_along() throws IOException {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(3, 3, 0x00123456);
        picture.setRGB(4, 4, 0xff00ff00);

        BufferedImage seen = picture(made(Samples.encoded(picture, "png"), FileKind.PNG));

        assertThat(seen.getColorModel().hasAlpha()).isFalse();
        assertThat(seen.getRGB(3, 3)).isEqualTo(Color.WHITE.getRGB());
        assertThat(seen.getRGB(4, 4)).isEqualTo(Color.GREEN.getRGB());
    }

    @Test
    void a_webp_becomes_a_jpeg() throws IOException {
        Made copy = made(Samples.webp(), FileKind.WEBP);

        assertThat(copy.kind()).isEqualTo(FileKind.JPEG);
        assertThat(picture(copy).getWidth()).isEqualTo(16);
        assertThat(near(picture(copy), 8, 8, new Color(200, 40, 30))).isTrue();
    }

    @Test
    void a_picture_that_says_it_is_huge_is_not_unpacked() throws IOException {
        byte[] bomb = Samples.png(30_000, 30_000, Samples.deflatedZeros(1 << 20));

        assertThat(copy(bomb, FileKind.PNG)).isEqualTo(new NotMade(Reason.TOO_MANY_PIXELS));
    }

    @Test
    void data_that_unpacks_to_more_than_the_picture_is_left_packed() throws IOException {
        byte[] bomb = Samples.png(40, 40, Samples.deflatedZeros(300L << 20));

        Copy copy = copy(bomb, FileKind.PNG);

        assertThat(copy).isInstanceOf(Made.class);
        assertThat(picture(copy).getWidth()).isEqualTo(40);
    }

    @Test
    void words_that_unpack_to_gigabytes_are_not_read() throws IOException {
        byte[] bomb = join(ascii("Comment\0\0"), Samples.deflatedZeros(300L << 20));

        assertThat(copy(Samples.withChunk(Samples.png(), "zTXt", bomb), FileKind.PNG))
                .isInstanceOf(Made.class);
    }

    @Test
    void the_largest_picture_that_may_come_in_fits_into_a_worker() throws IOException {
        byte[] grey = Samples.png(10_000, 5_000, Samples.deflatedZeros(10_001L * 5_000));

        Copy copy = copy(grey, FileKind.PNG);

        assertThat(copy).isInstanceOf(Made.class);
        assertThat(picture(copy).getWidth()).isBetween(3_000, 10_000);
    }

    /** One directory with the tag of orientation, the highest byte first. */
    private static byte[] tiff(int orientation) {
        return join(
                ascii("MM\0*"),
                big(8),
                big16(1),
                big16(0x0112),
                big16(3),
                big(1),
                big16(orientation),
                big16(0),
                big(0));
    }

    private static Copy copy(byte[] original, FileKind kind) throws IOException {
        return COPIES.make(new ByteArrayInputStream(original), kind);
    }

    private static Made made(byte[] original, FileKind kind) throws IOException {
        Copy copy = copy(original, kind);
        assertThat(copy).isInstanceOf(Made.class);
        return (Made) copy;
    }

    private static BufferedImage picture(Copy copy) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(((Made) copy).bytes()));
    }

    private static boolean near(BufferedImage picture, int x, int y, Color wanted) {
        Color found = new Color(picture.getRGB(x, y));
        return Math.abs(found.getRed() - wanted.getRed()) < 12
                && Math.abs(found.getGreen() - wanted.getGreen()) < 12
                && Math.abs(found.getBlue() - wanted.getBlue()) < 12;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

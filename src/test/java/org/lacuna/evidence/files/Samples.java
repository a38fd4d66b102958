package org.lacuna.evidence.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files of every kind, sound ones and parts to build others from. */
public final class Samples {
    private Samples() {}

    /** Left half red, right half blue. */
    public static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return picture;
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("expected a format that ImageIO writes, found " + format);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] jpeg() {
        return encoded(picture(64, 32), "jpeg");
    }

    public static byte[] png() {
        return encoded(picture(64, 32), "png");
    }

    /** A picture of one colour, 16 by 16, lossless: prefix codes of one symbol each take no bits for the pixels. */
    public static byte[] webp() {
        LowBits bits = new LowBits();
        bits.put(15, 14).put(15, 14).put(0, 1).put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1);
        // green, red, blue, alpha, distance: simple codes with one symbol of eight bits
        for (int symbol : new int[] {40, 200, 30, 255, 0}) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
        }
        byte[] picture = join(new byte[] {0x2f}, bits.bytes());
        byte[] chunk = join(ascii("VP8L"), little(picture.length), picture, new byte[picture.length % 2]);
        return join(ascii("RIFF"), little(4 + chunk.length), ascii("WEBP"), chunk);
    }

    public static byte[] pdf(String words) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A5);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
                pen.newLineAtOffset(40, 300);
                pen.showText(words);
                pen.endText();
            }
            return saved(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    public static byte[] mp4() {
        return join(
                box("ftyp", join(ascii("isom"), big(512), ascii("isomiso2avc1mp41"))),
                box("moov", new byte[120]),
                box("free", new byte[8]),
                box("mdat", new byte[4000]));
    }

    public static byte[] box(String name, byte[] content) {
        return join(big(8 + content.length), ascii(name), content);
    }

    /** With a segment and a cluster of unknown length, as browsers record. */
    public static byte[] webm(String documentType, byte[]... more) {
        byte[] type = join(new byte[] {0x42, (byte) 0x82, (byte) (0x80 | documentType.length())}, ascii(documentType));
        byte[] unknown = {0x01, -1, -1, -1, -1, -1, -1, -1};
        return join(
                new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, (byte) (0x80 | type.length)},
                type,
                new byte[] {0x18, 0x53, (byte) 0x80, 0x67},
                unknown,
                new byte[] {0x15, 0x49, (byte) 0xa9, 0x66, (byte) 0x82, 0, 0},
                new byte[] {0x16, 0x54, (byte) 0xae, 0x6b, (byte) 0x84, 0, 0, 0, 0},
                join(more),
                new byte[] {0x1f, 0x43, (byte) 0xb6, 0x75},
                unknown,
                new byte[] {(byte) 0xe7, (byte) 0x81, 0},
                new byte[] {(byte) 0xa3, 0x40, 0x05, 1, 2, 3, 4, 5});
    }

    public static byte[] zip() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("inside.txt"));
                zip.write(ascii("inside"));
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] pngChunk(String type, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(join(ascii(type), content));
        return join(big(content.length), ascii(type), content, big((int) sum.getValue()));
    }

    /** A PNG that says it is so large, with this as its compressed data. */
    public static byte[] png(int width, int height, byte[] data) {
        byte[] header = join(big(width), big(height), new byte[] {8, 0, 0, 0, 0});
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                pngChunk("IHDR", header),
                pngChunk("IDAT", data),
                pngChunk("IEND", new byte[0]));
    }

    /** So many zeros, compressed. */
    public static byte[] deflatedZeros(long length) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        byte[] piece = new byte[1 << 16];
        for (long left = length; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            if (left <= zeros.length) {
                deflater.finish();
            }
            for (int made = deflater.deflate(piece); made > 0; made = deflater.deflate(piece)) {
                bytes.write(piece, 0, made);
            }
        }
        deflater.end();
        return bytes.toByteArray();
    }

    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        byte[] piece = new byte[content.length + 64];
        byte[] made = Arrays.copyOf(piece, 0);
        while (!deflater.finished()) {
            made = join(made, Arrays.copyOf(piece, deflater.deflate(piece)));
        }
        deflater.end();
        return made;
    }

    /** After SOI: one segment more. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return insert(jpeg, 2, join(new byte[] {(byte) 0xff, (byte) marker}, big16(content.length + 2), content));
    }

    /** After IHDR: one chunk more. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        return insert(png, 33, pngChunk(type, content));
    }

    public static byte[] insert(byte[] into, int at, byte[] what) {
        return join(Arrays.copyOfRange(into, 0, at), what, Arrays.copyOfRange(into, at, into.length));
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] big(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    public static byte[] big16(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    public static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    /** Writes bits, the lowest first. */
    private static final class LowBits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int current;
        private int filled;

        LowBits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                current |= (value >> i & 1) << filled;
                if (++filled == 8) {
                    bytes.write(current);
                    current = 0;
                    filled = 0;
                }
            }
            return this;
        }

        byte[] bytes() {
            bytes.write(current);
            bytes.write(0);
            return bytes.toByteArray();
        }
    }
}

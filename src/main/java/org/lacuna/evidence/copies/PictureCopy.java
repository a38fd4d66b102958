package org.lacuna.evidence.copies;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.evidence.files.Pixels;

/**
 * A picture, drawn on a white ground: what was transparent becomes white, since colours can hide under full
 * transparency. Nothing but the pixels is read, of a picture that moves the first one.
 */
final class PictureCopy {
    /** What one unpacked picture may take; a larger one is read with every second or third pixel only. */
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final float QUALITY = 0.85f;

    private final FileKind kind;
    private final int mostBytes;

    PictureCopy(FileKind kind, int mostBytes) {
        this.kind = kind;
        this.mostBytes = mostBytes;
    }

    Copy of(byte[] original) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.word()).next();
        try (ImageInputStream input = new ByteArrayImageInputStream(original)) {
            reader.setInput(input, false, true);
            if (!Pixels.fit(reader.getWidth(0), reader.getHeight(0))) {
                return new NotMade(Reason.TOO_MANY_PIXELS);
            }
            BufferedImage picture = inSrgb(reader.read(0, step(reader)));
            boolean transparent = picture.getColorModel().hasAlpha();
            Orientation orientation = kind == FileKind.JPEG ? Orientation.ofJpeg(original) : Orientation.UPRIGHT;
            FileKind wanted = kind != FileKind.WEBP ? kind : transparent ? FileKind.PNG : FileKind.JPEG;
            return new Made(encode(drawn(picture, orientation), wanted), wanted);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam step(ImageReader reader) throws IOException {
        ImageReadParam reading = reader.getDefaultReadParam();
        long size = (long) reader.getWidth(0) * reader.getHeight(0) * bytesPerPixel(reader);
        int step = (int) Math.ceil(Math.sqrt((double) size / MOST_UNPACKED));
        if (step > 1) {
            reading.setSourceSubsampling(step, step, 0, 0);
        }
        return reading;
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("expected colours that can be read");
        }
        SampleModel samples = types.next().getSampleModel();
        // never less than what it is drawn into
        return Math.max(3, samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
    }

    /** At once for the whole picture: drawing would convert pixel by pixel, a thousand times slower. */
    private static BufferedImage inSrgb(BufferedImage picture) {
        ColorSpace colours = picture.getColorModel().getColorSpace();
        if (colours.isCS_sRGB() || colours.getType() != ColorSpace.TYPE_RGB) {
            return picture;
        }
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage converted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        return new ColorConvertOp(null).filter(picture, converted);
    }

    private static BufferedImage drawn(BufferedImage picture, Orientation orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn = orientation.turn(width, height);
        BufferedImage drawn = orientation.isOnItsSide()
                ? new BufferedImage(height, width, BufferedImage.TYPE_3BYTE_BGR)
                : new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return drawn;
    }

    private byte[] encode(BufferedImage picture, FileKind wanted) throws IOException {
        CappedBytes bytes = new CappedBytes(mostBytes);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(wanted.word()).next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam writing = writer.getDefaultWriteParam();
            if (wanted == FileKind.JPEG) {
                writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                writing.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), writing);
        } finally {
            writer.dispose();
        }
        return bytes.bytes();
    }
}

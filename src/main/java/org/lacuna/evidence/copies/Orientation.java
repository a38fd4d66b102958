package org.lacuna.evidence.copies;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the camera was held (Exif 2.32 §4.6.4, tag 0x0112), in the order of the tag's values from 1. The first word says
 * where the top row of the pixels belongs, the second where their left column does.
 */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    TOP_RIGHT(-1, 0, 0, 1),
    BOTTOM_RIGHT(-1, 0, 0, -1),
    BOTTOM_LEFT(1, 0, 0, -1),
    LEFT_TOP(0, 1, 1, 0),
    RIGHT_TOP(0, 1, -1, 0),
    RIGHT_BOTTOM(0, -1, -1, 0),
    LEFT_BOTTOM(0, -1, 1, 0);

    private static final int TAG = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int APP1 = 0xe1;
    private static final int SOS = 0xda;

    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;

    /** The matrix by columns: where a step to the right goes, and where a step down goes. */
    Orientation(int xx, int yx, int xy, int yy) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
    }

    /** Of a JPEG, {@link #UPRIGHT} if it does not say. */
    static Orientation ofJpeg(byte[] jpeg) {
        try {
            return segments(ByteBuffer.wrap(jpeg, 2, jpeg.length - 2));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException nonsense) {
            return UPRIGHT;
        }
    }

    boolean isOnItsSide() {
        return xx == 0;
    }

    /** From pixels as they stand to where they belong. */
    AffineTransform turn(int width, int height) {
        int right = xx * width + xy * height;
        int down = yx * width + yy * height;
        return new AffineTransform(xx, yx, xy, yy, right < 0 ? -right : 0, down < 0 ? -down : 0);
    }

    private static Orientation segments(ByteBuffer jpeg) {
        while (jpeg.remaining() > 4) {
            int marker = jpeg.getShort() & 0xff;
            int length = (jpeg.getShort() & 0xffff) - 2;
            if (marker == SOS) {
                return UPRIGHT;
            }
            int start = jpeg.position();
            if (marker == APP1 && length > 14 && jpeg.getInt(start) == EXIF) {
                return exif(jpeg.slice(start + 6, length - 6));
            }
            jpeg.position(start + length);
        }
        return UPRIGHT;
    }

    /** TIFF 6.0 §2: byte order, a number, where the first directory is; its entries have 12 bytes each. */
    private static Orientation exif(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xffff;
        for (int i = 0; i < entries; i++) {
            int at = tiff.position() + 12 * i;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}

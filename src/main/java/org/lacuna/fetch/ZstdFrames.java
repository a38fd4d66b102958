package org.lacuna.fetch;

import java.io.IOException;

/**
 * Walks over the frames of zstd content (RFC 8878 §3.1) before they are unpacked. The decoder keeps a whole window in
 * memory and believes the frame's word for its size, up to gigabytes; it also takes blocks larger than the standard
 * knows. Neither gets that far.
 */
final class ZstdFrames {
    /** RFC 9659 §3: a Content-Encoding asks for no more. */
    private static final long LARGEST_WINDOW = 8 << 20;

    /** RFC 8878 §3.1.1.2.4. */
    private static final int LARGEST_BLOCK = 128 << 10;

    private static final int MAGIC = 0xFD2FB528;
    private static final int RLE = 1;
    private static final int RESERVED = 3;

    private final byte[] content;
    private int at;

    private ZstdFrames(byte[] content) {
        this.content = content;
    }

    /** @throws IOException unless it consists of whole frames with windows and blocks of a decent size */
    static void check(byte[] content) throws IOException {
        ZstdFrames frames = new ZstdFrames(content);
        do {
            frames.frame();
        } while (frames.at < content.length);
    }

    private void frame() throws IOException {
        expect((int) number(4) == MAGIC);
        int descriptor = (int) number(1);
        boolean singleSegment = (descriptor & 0x20) != 0;
        long window = singleSegment ? 0 : window((int) number(1));
        expect((descriptor & 3) == 0); // no dictionary: we have none
        int sizeFlag = descriptor >> 6;
        if (sizeFlag > 0 || singleSegment) {
            long size = number(1 << sizeFlag);
            // such a frame is one window
            window = singleSegment ? size : window;
        }
        expect(window >= 0 && window <= LARGEST_WINDOW);
        boolean last = false;
        while (!last) {
            int header = (int) number(3);
            last = (header & 1) != 0;
            int type = header >> 1 & 3;
            int size = header >> 3;
            expect(type != RESERVED && size <= LARGEST_BLOCK);
            skip(type == RLE ? 1 : size);
        }
        skip((descriptor & 4) == 0 ? 0 : 4);
    }

    private static long window(int descriptor) {
        long base = 1L << 10 + (descriptor >> 3);
        return base + base / 8 * (descriptor & 7);
    }

    private long number(int bytes) throws IOException {
        skip(bytes);
        long number = 0;
        for (int i = 1; i <= bytes; i++) {
            number = number << 8 | content[at - i] & 0xff;
        }
        return number;
    }

    private void skip(int bytes) throws IOException {
        expect(bytes <= content.length - at);
        at += bytes;
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("expected whole zstd frames with a window of at most 8 MB");
        }
    }
}

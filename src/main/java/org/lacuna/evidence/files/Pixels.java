package org.lacuna.evidence.files;

import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * How large a picture may be, by what its header says, before anybody unpacks it: a side of 20,000 (long screenshots are
 * that long) and 50 megapixels in all.
 */
public final class Pixels {
    private static final long LONGEST_SIDE = 20_000;
    private static final long MOST = 50_000_000;

    private Pixels() {}

    /** Whether a picture of this size is one that may be unpacked. */
    public static boolean fit(long width, long height) {
        return width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST;
    }

    static void require(long width, long height) throws RefusedFile {
        if (width < 1 || height < 1) {
            throw new RefusedFile(Reason.BROKEN);
        }
        if (!fit(width, height)) {
            throw new RefusedFile(Reason.TOO_MANY_PIXELS);
        }
    }
}

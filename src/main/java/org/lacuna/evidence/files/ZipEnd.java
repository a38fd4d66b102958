package org.lacuna.evidence.files;

import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * Watches for the record that ends a zip archive. Readers look for it from the end of a file, across a comment of 64 KiB
 * at most (APPNOTE 6.3.10 §4.3.16), whatever else the file is; so an archive can stand inside any other format.
 */
final class ZipEnd implements Eye {
    private static final int SIGNATURE = 0x504b0506;
    private static final long FARTHEST = 22 + 0xffff;

    private int last;
    private long seen;
    private long foundAt = -FARTHEST - 1;

    @Override
    public void see(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            last = last << 8 | bytes[i] & 0xff;
            seen++;
            if (last == SIGNATURE) {
                foundAt = seen - Integer.BYTES;
            }
        }
    }

    void refuseAt(long end) throws RefusedFile {
        if (end - foundAt <= FARTHEST) {
            throw new RefusedFile(Reason.MORE_THAN_ONE_FORMAT);
        }
    }
}

package org.lacuna.evidence.files;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** Unpacks one object stream while it passes, and looks at the names in it. */
final class PdfUnpacking implements AutoCloseable {
    /** For all object streams of a file together; those of real documents of this size have a few megabytes. */
    private static final long MOST = 64L * 1024 * 1024;

    private final Inflater inflater = new Inflater();
    private final PdfNames names = new PdfNames(name -> {});
    private final byte[] piece = new byte[8192];
    private long unpacked;
    private boolean damaged;

    PdfUnpacking(long unpackedBefore) {
        this.unpacked = unpackedBefore;
    }

    /** How many of these bytes belonged to it. */
    int see(byte[] bytes, int from, int length) throws RefusedFile {
        inflater.setInput(bytes, from, length);
        try {
            int made = inflater.inflate(piece);
            while (made > 0) {
                unpacked += made;
                if (unpacked > MOST) {
                    throw new RefusedFile(Reason.UNPACKS_TO_TOO_MUCH);
                }
                names.see(piece, 0, made);
                made = inflater.inflate(piece);
            }
        } catch (DataFormatException notDeflated) {
            damaged = true;
            return 0;
        }
        if (inflater.needsDictionary()) {
            throw new RefusedFile(Reason.CANNOT_BE_CHECKED);
        }
        if (inflater.finished()) {
            names.end();
        }
        return length - inflater.getRemaining();
    }

    boolean finished() {
        return damaged || inflater.finished();
    }

    /** It is not what it says; it may be encrypted, as the end of the file would tell. */
    boolean damaged() {
        return damaged;
    }

    long unpacked() {
        return unpacked;
    }

    @Override
    public void close() {
        inflater.end();
    }
}

package org.lacuna.evidence.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A file that came in. What its name ends in and what its sender calls it plays no part.
 *
 * @param length in bytes
 */
public record CheckedFile(FileKind kind, long length) {
    /** 25 MB, the most that one file may have. */
    public static final long MOST_BYTES = 25L * 1024 * 1024;

    /** Refuses a length below 1. */
    public CheckedFile {
        if (length < 1) {
            throw new IllegalArgumentException("expected at least one byte, found a length of " + length);
        }
    }

    /**
     * Passes a file on unchanged, and reads along: its kind by the first 64 KiB, its structure to the last byte. Uses
     * the same small memory whatever its length, and no file. Closes neither stream. What was written when this throws
     * is a part of something unwanted; the caller destroys it.
     *
     * @param mostBytes that may pass; one more is refused
     * @throws RefusedFile if it may not come in
     * @throws IOException if a stream fails
     */
    public static CheckedFile copy(InputStream from, OutputStream to, long mostBytes) throws IOException, RefusedFile {
        Passing file = new Passing(from, to, mostBytes);
        FileKind kind = Detection.kind(file.beginning());
        walk(kind).walk(file);
        return new CheckedFile(kind, file.finish());
    }

    private static Walk walk(FileKind kind) {
        return switch (kind) {
            case JPEG -> new JpegWalk();
            case PNG -> new PngWalk();
            case WEBP -> new WebpWalk();
            case PDF -> new PdfWalk();
            case MP4 -> new Mp4Walk();
            case WEBM -> new WebmWalk();
            case TEXT -> new TextWalk();
        };
    }
}

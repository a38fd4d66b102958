package org.lacuna.evidence.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * Looks through the objects of a PDF, also through those that are packed together in object streams (ISO 32000-1
 * §7.5.7), where most programs put most of them.
 */
final class PdfParts implements Eye {
    private static final long STREAM = mark("stream");
    private static final long ENDSTREAM = mark("dstream");
    private static final long ENDOBJ = mark("endobj");
    private static final long EOF = mark("%%EOF");
    private static final Set<String> PACKED_OTHERWISE = Set.of(
            "ASCIIHexDecode",
            "ASCII85Decode",
            "LZWDecode",
            "RunLengthDecode",
            "Crypt",
            "DecodeParms",
            "AHx",
            "A85",
            "LZW");

    private final PdfNames names = new PdfNames(this::found);
    private Optional<PdfUnpacking> unpacking = Optional.empty();
    private long last;
    private long unpacked;
    private boolean streamBegins;
    private boolean sawTheEnd;
    private boolean damaged;

    private boolean saysObjects;
    private boolean saysFirst;
    private boolean saysCount;
    private boolean otherwise;
    private int deflated;

    boolean sawTheEnd() {
        return sawTheEnd;
    }

    @Override
    public void see(byte[] bytes, int from, int length) throws RefusedFile {
        int at = from;
        while (at < from + length) {
            if (unpacking.isPresent()) {
                at = unpack(unpacking.get(), bytes, at, from + length);
            } else {
                see(bytes[at++] & 0xff);
            }
        }
    }

    /** At the end of the file. */
    void finish() throws RefusedFile {
        names.end();
        unpacking.ifPresent(PdfUnpacking::close);
        if (damaged || unpacking.isPresent()) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }

    private int unpack(PdfUnpacking packed, byte[] bytes, int from, int to) throws RefusedFile {
        int read = packed.see(bytes, from, to - from);
        if (packed.finished()) {
            unpacked = packed.unpacked();
            damaged |= packed.damaged();
            packed.close();
            unpacking = Optional.empty();
        }
        return from + read;
    }

    private void see(int character) throws RefusedFile {
        names.see(character);
        if (streamBegins && character != '\r') {
            streamBegins = false;
            begin(character);
        }
        last = last << 8 | character;
        if (ends(STREAM, 6) && !ends(ENDSTREAM, 7)) {
            streamBegins = true;
        } else if (ends(ENDOBJ, 6)) {
            forget();
        } else if (ends(EOF, 5)) {
            sawTheEnd = true;
        }
    }

    /** The character after the keyword and a carriage return, if there was one. */
    private void begin(int character) throws RefusedFile {
        boolean holdsObjects = saysObjects || saysFirst && saysCount;
        if (character == '\n' && holdsObjects) {
            if (deflated != 1 || otherwise) {
                throw new RefusedFile(Reason.CANNOT_BE_CHECKED);
            }
            unpacking = Optional.of(new PdfUnpacking(unpacked));
        }
        if (character == '\n') {
            forget();
        }
    }

    private void found(String name) {
        switch (name) {
            case "ObjStm" -> saysObjects = true;
            case "First" -> saysFirst = true;
            case "N" -> saysCount = true;
            case "FlateDecode", "Fl" -> deflated++;
            default -> otherwise |= PACKED_OTHERWISE.contains(name);
        }
    }

    private void forget() {
        saysObjects = false;
        saysFirst = false;
        saysCount = false;
        otherwise = false;
        deflated = 0;
    }

    private boolean ends(long mark, int length) {
        return (last & -1L >>> 64 - 8 * length) == mark;
    }

    private static long mark(String words) {
        long bytes = 0;
        for (byte each : words.getBytes(StandardCharsets.ISO_8859_1)) {
            bytes = bytes << 8 | each & 0xff;
        }
        return bytes;
    }
}

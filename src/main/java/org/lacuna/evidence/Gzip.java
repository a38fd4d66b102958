package org.lacuna.evidence;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Writes gzip members (RFC 1952) one after the other into memory. Its deflater is used again and again: making one costs
 * a quarter of a megabyte outside the heap. Not for several threads at once.
 */
final class Gzip {
    /** Level 1: docs/decisions/2026-11-25-evidence.md has the figures. */
    static final int LEVEL = Deflater.BEST_SPEED;

    private static final int TRAILER = 8;
    /** No name, no time, fastest, no operating system: nothing here that tells of the machine. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private final Deflater deflater;
    private final CRC32 crc = new CRC32();
    private byte[] out = new byte[64 * 1024];
    private int size;

    Gzip(int level) {
        deflater = new Deflater(level, true);
    }

    /**
     * How many bytes the first member takes that we wrote here.
     *
     * @throws IllegalArgumentException if there is no whole one
     */
    static int firstMember(byte[] members) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(members, HEADER.length, Math.max(0, members.length - HEADER.length));
            byte[] out = new byte[64 * 1024];
            while (!inflater.finished()) {
                if (inflater.inflate(out) == 0 && inflater.needsInput()) {
                    throw new IllegalArgumentException("expected a whole gzip member, found a part");
                }
            }
            return HEADER.length + Math.toIntExact(inflater.getBytesRead()) + TRAILER;
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("expected a gzip member, found something else", broken);
        } finally {
            inflater.end();
        }
    }

    void begin() {
        deflater.reset();
        crc.reset();
        room(HEADER.length);
        System.arraycopy(HEADER, 0, out, size, HEADER.length);
        size += HEADER.length;
    }

    void add(byte[] bytes) {
        crc.update(bytes);
        deflater.setInput(bytes);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    void end() {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        room(TRAILER);
        littleEndian((int) crc.getValue());
        littleEndian((int) deflater.getBytesRead());
    }

    /** The members so far; the next one begins a new array. */
    byte[] take() {
        byte[] members = Arrays.copyOf(out, size);
        size = 0;
        return members;
    }

    private void deflate() {
        room(1024);
        size += deflater.deflate(out, size, out.length - size);
    }

    private void room(int wanted) {
        if (out.length - size < wanted) {
            out = Arrays.copyOf(out, Math.max(size + wanted, out.length * 2));
        }
    }

    private void littleEndian(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out[size++] = (byte) (value >> shift);
        }
    }
}

package org.lacuna.shared;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Rows of a number and bytes in the binary form of PostgreSQL's {@code COPY} (PostgreSQL 17, COPY, “Binary Format”): a
 * signature, flags and an extension that are zero, then for each row how many fields it has, and each behind its length.
 */
final class ByteRows {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final short FIELDS = 2;
    private static final short END = -1;

    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();

    ByteRows() {
        rows.writeBytes(SIGNATURE);
        rows.writeBytes(new byte[2 * Integer.BYTES]);
    }

    void add(long number, byte[] bytes) {
        rows.writeBytes(ByteBuffer.allocate(Short.BYTES + 2 * Integer.BYTES + Long.BYTES)
                .putShort(FIELDS)
                .putInt(Long.BYTES)
                .putLong(number)
                .putInt(bytes.length)
                .array());
        rows.writeBytes(bytes);
    }

    /** All of them, with the end. */
    byte[] bytes() {
        byte[] all = rows.toByteArray();
        return ByteBuffer.allocate(all.length + Short.BYTES)
                .put(all)
                .putShort(END)
                .array();
    }
}

package org.lacuna.ledger.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries one behind the other, each after its length in two bytes, the larger first (C2SP tlog-tiles). */
public final class Bundle {
    /** How long an entry can be. */
    public static final int LONGEST = 0xffff;

    private Bundle() {}

    /** The bytes of these entries. */
    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException(
                        "expected an entry of up to " + LONGEST + " bytes, found " + entry.length);
            }
            out.write(entry.length >> Byte.SIZE);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The entries in these bytes.
     *
     * @throws IllegalArgumentException if they end in the middle of one
     */
    public static List<byte[]> read(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            int length = rest.remaining() < Short.BYTES ? LONGEST : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("expected whole entries, found one that is cut off at byte "
                        + rest.position() + " of " + bytes.length);
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** The bytes of the first entries. */
    public static byte[] first(byte[] bytes, int entries) {
        int end = 0;
        for (int i = 0; i < entries; i++) {
            end += Short.BYTES + Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(end));
        }
        return Arrays.copyOf(bytes, end);
    }
}

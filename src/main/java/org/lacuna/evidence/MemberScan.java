package org.lacuna.evidence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads the records of a WARC file of ours as gzip members (RFC 1952), one after the other, as long as they are whole:
 * what a crash cut short or never brought to the disk fails its checksum at the latest.
 */
final class MemberScan implements Closeable {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int MOST_HEAD = 64 * 1024;
    private static final byte[] HOW_OURS_BEGIN = {0x1f, (byte) 0x8b, 8, 0};

    private final RandomAccessFile file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] in = new byte[64 * 1024];
    private final byte[] out = new byte[64 * 1024];
    private long position;

    MemberScan(Path path, long from) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        position = from;
    }

    /**
     * A whole member.
     *
     * @param start where it begins in the file
     * @param end where the next begins
     * @param head the record's own header lines, names in lower case
     */
    record Member(long start, long end, Map<String, String> head) {
        String head(String name) {
            return head.getOrDefault(name, "");
        }
    }

    /** The next member, or nothing if there is no whole one. */
    Optional<Member> next() throws IOException {
        byte[] header = new byte[HEADER];
        if (!read(position, header) || !startsAsOurs(header)) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        inflater.reset();
        file.seek(position + HEADER);
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = file.read(in);
                    if (read < 0) {
                        return Optional.empty();
                    }
                    inflater.setInput(in, 0, read);
                }
                int inflated = inflater.inflate(out);
                crc.update(out, 0, inflated);
                head.write(out, 0, Math.min(inflated, MOST_HEAD - head.size()));
            }
        } catch (DataFormatException cutShort) {
            return Optional.empty();
        }
        long end = position + HEADER + inflater.getBytesRead();
        byte[] trailer = new byte[TRAILER];
        if (!read(end, trailer)) {
            return Optional.empty();
        }
        ByteBuffer said = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN);
        if (said.getInt() != (int) crc.getValue() || said.getInt() != (int) inflater.getBytesWritten()) {
            return Optional.empty();
        }
        Member member = new Member(position, end + TRAILER, lines(head.toString(StandardCharsets.UTF_8)));
        position = member.end();
        return Optional.of(member);
    }

    private boolean read(long at, byte[] bytes) throws IOException {
        if (at + bytes.length > file.length()) {
            return false;
        }
        file.seek(at);
        file.readFully(bytes);
        return true;
    }

    private static boolean startsAsOurs(byte[] header) {
        for (int i = 0; i < HOW_OURS_BEGIN.length; i++) {
            if (header[i] != HOW_OURS_BEGIN[i]) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> lines(String record) {
        Map<String, String> lines = new HashMap<>();
        int end = Math.max(0, record.indexOf("\r\n\r\n"));
        for (String line : record.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        file.close();
    }
}

package org.lacuna.fetch;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Undoes Content-Encoding (RFC 9110 §8.4): gzip and deflate, which we ask for, several times over if need be. Every
 * layer is capped, not only the last: a bomb may hide in the middle.
 */
final class ContentCoding {
    /** What we say that we can read. */
    static final String ACCEPTED = "gzip, deflate";

    private static final int MOST_LAYERS = 3;

    private ContentCoding() {}

    /**
     * The content without its codings.
     *
     * @param codings the values of Content-Encoding, in the order they were applied
     * @param cap in bytes, for each layer
     * @throws FetchFailure TOO_LARGE or BROKEN_ANSWER
     */
    static byte[] decode(byte[] content, List<String> codings, int cap) throws FetchFailure {
        List<String> layers = new ArrayList<>(codings.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList());
        if (layers.isEmpty() || content.length == 0) {
            return content;
        }
        if (layers.size() > MOST_LAYERS) {
            throw broken("at most " + MOST_LAYERS + " content codings", String.valueOf(layers.size()));
        }
        InputStream decoded = new ByteArrayInputStream(content);
        try {
            for (int layer = layers.size() - 1; layer >= 0; layer--) {
                decoded = new Capped(open(decoded, layers.get(layer)), cap);
            }
            byte[] plain = decoded.readAllBytes();
            decoded.close();
            return plain;
        } catch (Bomb bomb) {
            throw new FetchFailure(
                    NoAnswer.Reason.TOO_LARGE, "expected at most " + cap + " bytes after decoding, found more");
        } catch (IOException damaged) {
            throw broken("content in " + String.join(", ", layers), "something else, or only a part of it");
        }
    }

    private static InputStream open(InputStream coded, String coding) throws IOException, FetchFailure {
        return switch (coding) {
            // the platform's own stream calls itself once per empty member, and overflows the stack on a page made of
            // them
            case "gzip", "x-gzip" ->
                GzipCompressorInputStream.builder()
                        .setInputStream(coded)
                        .setDecompressConcatenated(true)
                        .get();
            case "deflate" -> deflate(coded);
            default -> throw broken("one of the content codings " + ACCEPTED, coding);
        };
    }

    /** RFC 9110 §8.4.1.2 means zlib; some servers send raw DEFLATE, which zlib's header tells apart (RFC 1950 §2.2). */
    private static InputStream deflate(InputStream coded) throws IOException {
        PushbackInputStream start = new PushbackInputStream(coded, 2);
        byte[] header = start.readNBytes(2);
        if (header.length < 2) {
            throw new EOFException();
        }
        start.unread(header);
        int word = (header[0] & 0xff) << 8 | header[1] & 0xff;
        boolean zlib = (header[0] & 0x0f) == 8 && word % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        return new InflaterInputStream(start, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private static FetchFailure broken(String expected, String found) {
        return new FetchFailure(NoAnswer.Reason.BROKEN_ANSWER, "expected " + expected + ", found " + found);
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Capped extends FilterInputStream {
        private long left;

        Capped(InputStream in, int cap) {
            super(in);
            this.left = cap;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new Bomb();
            }
            return read;
        }
    }
}

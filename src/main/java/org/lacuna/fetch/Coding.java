package org.lacuna.fetch;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.brotli.dec.BrotliInputStream;

/** One content coding. The decoders are written in Java. */
enum Coding {
    /** RFC 9110 §8.4.1.3. The platform's own stream overflows the stack on a page made of empty members. */
    GZIP {
        @Override
        InputStream open(Metered.Source coded) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(coded)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    /** RFC 9110 §8.4.1.2 means zlib; some servers send raw DEFLATE, which zlib's header tells apart (RFC 1950 §2.2). */
    DEFLATE {
        @Override
        InputStream open(Metered.Source coded) throws IOException {
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
    },
    /** RFC 7932: a window of at most 16 MB, and this decoder knows no larger one. */
    BROTLI {
        @Override
        InputStream open(Metered.Source coded) throws IOException {
            return new BrotliInputStream(coded);
        }
    },
    /** RFC 8878: a window of at most 8 MB, as RFC 9659 asks for. */
    ZSTD {
        @Override
        InputStream open(Metered.Source coded) throws IOException {
            ZstdFrames.check(coded.content());
            return new ZstdInputStream(coded);
        }
    };

    /** @throws FetchFailure BROKEN_ANSWER if we cannot read it */
    static Coding named(String coding) throws FetchFailure {
        return switch (coding) {
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BROTLI;
            case "zstd" -> ZSTD;
            default -> throw ContentCoding.broken("one of the content codings " + ContentCoding.ACCEPTED, "another");
        };
    }

    /** The content without this coding. */
    abstract InputStream open(Metered.Source coded) throws IOException;
}

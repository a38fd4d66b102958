package org.lacuna.evidence;

import java.security.MessageDigest;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/** Writes WARC records into memory, each in a gzip member of its own (ISO 28500:2017, annex D). Not for several threads. */
final class RecordWriter {
    private final Gzip gzip = new Gzip(Gzip.LEVEL);
    private final MessageDigest hash = Digest.sha256();

    /** Writes one record whose block is these parts, one after the other. */
    void write(RecordHead head, byte[]... block) {
        head.line("WARC-Block-Digest", digest(block).toString());
        gzip.begin();
        gzip.add(head.bytes(Stream.of(block).mapToLong(part -> part.length).sum()));
        for (byte[] part : block) {
            gzip.add(part);
        }
        gzip.add(RecordHead.END_OF_RECORD);
        gzip.end();
    }

    Digest digest(byte[]... parts) {
        for (byte[] part : parts) {
            hash.update(part);
        }
        return Digest.of(hash);
    }

    /** The members written so far; the next one begins anew. */
    byte[] take() {
        return gzip.take();
    }
}

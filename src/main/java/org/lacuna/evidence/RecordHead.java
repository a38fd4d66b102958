package org.lacuna.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The head of a WARC 1.1 record (ISO 28500:2017 §5), line by line. */
final class RecordHead {
    static final byte[] END_OF_RECORD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder lines = new StringBuilder(512).append("WARC/1.1\r\n");

    RecordHead(String type, UUID id, Instant at) {
        line("WARC-Type", type);
        line("WARC-Record-ID", urn(id));
        line("WARC-Date", date(at).toString());
    }

    /** What the database can hold as well: a revisit must name the very date of its original. */
    static Instant date(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static String urn(UUID id) {
        return "<urn:uuid:" + id + ">";
    }

    RecordHead line(String name, String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("expected one line for " + name + ", found several");
        }
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    byte[] bytes(long length) {
        return line("Content-Length", Long.toString(length))
                .lines
                .append("\r\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}

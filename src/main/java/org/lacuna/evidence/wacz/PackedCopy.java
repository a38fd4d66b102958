package org.lacuna.evidence.wacz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.lacuna.evidence.OpenedCopy;
import org.lacuna.shared.Digest;

/** What is remembered of a copy while the others are packed: its lines in the index and in the list of pages. */
final class PackedCopy {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final String file;
    private final String url;
    private final Instant at;
    private final ObjectNode block;
    private final String title;

    PackedCopy(String file, byte[] warc) {
        OpenedCopy copy = OpenedCopy.of(warc);
        int length = copy.responseLength();
        this.file = file;
        this.url = copy.target().toString();
        this.at = copy.at();
        this.title = "Answer with status " + copy.status() + ", seen " + copy.at();
        this.block = JsonNodeFactory.instance
                .objectNode()
                .put("url", url)
                .put("digest", Digest.of(copy.body()).toString())
                .put("mime", copy.media().orElse("unk"))
                .put("offset", 0)
                .put("length", length)
                .put("recordDigest", Digest.of(Arrays.copyOf(warc, length)).toString())
                .put("status", copy.status())
                .put("filename", file);
    }

    /** The line of the index (CDXJ 0.1.0). */
    String indexLine() {
        return SearchableUrl.of(url) + " " + STAMP.format(at) + " " + block + "\n";
    }

    /** The line of the list of pages. */
    ObjectNode page() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", file.substring(0, 16))
                .put("url", url)
                .put("ts", at.toString())
                .put("title", title);
    }

    String url() {
        return url;
    }

    Instant at() {
        return at;
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}

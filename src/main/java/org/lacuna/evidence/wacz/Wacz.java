package org.lacuna.evidence.wacz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lacuna.shared.CanonicalJson;
import org.lacuna.shared.Digest;

/**
 * Public copies as one file of the Web Archive Collection Zipped format, version 1.1.1: each copy as it is served, byte
 * by byte, an index in CDXJ, the list of pages, and a data package whose digest is given. The same copies give the same
 * bytes, on any machine. Nothing is compressed twice, so that a reader can fetch parts.
 *
 * <p>The digest is not signed: the signature of “WACZ Signing and Verification” 0.1.0 must be ECDSA, and the service's key
 * is Ed25519. What is signed is the log, whose entries commit to the digest of each copy.
 */
public final class Wacz {
    /** Its media type. */
    public static final String MEDIA = "application/wacz";

    private final String title;
    private final String description;
    private final Instant created;
    private final List<Part> parts;

    /**
     * A copy to pack.
     *
     * @param record digest of the original, which names the file inside
     * @param warc its bytes, asked for twice at most and each time the same
     */
    public record Part(Digest record, Supplier<byte[]> warc) {}

    /**
     * What to pack.
     *
     * @param title one line
     * @param description plain text
     * @param created when the last of the copies became public
     * @param parts at least one
     */
    public Wacz(String title, String description, Instant created, List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected copies to pack, found none");
        }
        this.title = title;
        this.description = description;
        this.created = created;
        this.parts = List.copyOf(parts);
    }

    /** How many bytes {@link #writeTo} writes; it costs as much as to write them. */
    public long length() {
        Counting counting = new Counting();
        try {
            writeTo(counting);
        } catch (IOException impossible) {
            throw new IllegalStateException("counting bytes cannot fail", impossible);
        }
        return counting.bytes;
    }

    /**
     * Writes the file and leaves the stream open.
     *
     * @throws IOException if the stream does
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ArrayNode resources = JsonNodeFactory.instance.arrayNode();
        List<PackedCopy> packed = new ArrayList<>();
        for (Part part : parts) {
            byte[] warc = part.warc().get();
            String file = part.record().hex() + ".warc.gz";
            add(zip, resources, "archive/" + file, warc);
            packed.add(new PackedCopy(file, warc));
        }
        // in the order of their bytes: all of it is ASCII
        String index = packed.stream().map(PackedCopy::indexLine).sorted().collect(Collectors.joining());
        add(zip, resources, "indexes/index.cdxj", index.getBytes(StandardCharsets.UTF_8));
        add(zip, resources, "pages/pages.jsonl", pages(packed));
        byte[] description = CanonicalJson.bytes(datapackage(packed.get(0), resources));
        write(zip, "datapackage.json", description);
        write(
                zip,
                "datapackage-digest.json",
                CanonicalJson.bytes(JsonNodeFactory.instance
                        .objectNode()
                        .put("path", "datapackage.json")
                        .put("hash", Digest.of(description).toString())));
        zip.finish();
        zip.flush();
    }

    private static byte[] pages(List<PackedCopy> packed) {
        StringBuilder lines =
                new StringBuilder("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"Pages\"}\n");
        packed.forEach(copy -> lines.append(copy.page()).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode datapackage(PackedCopy first, ArrayNode resources) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("profile", "data-package")
                .put("wacz_version", "1.1.1")
                .put("title", title)
                .put("description", description)
                .put("created", created.toString())
                .put("modified", created.toString())
                .put("software", "Lacuna")
                .put("mainPageUrl", first.url())
                .put("mainPageDate", first.at().toString());
        data.set("resources", resources);
        return data;
    }

    private void add(ZipOutputStream zip, ArrayNode resources, String path, byte[] bytes) throws IOException {
        write(zip, path, bytes);
        resources
                .addObject()
                .put("name", path.substring(path.indexOf('/') + 1))
                .put("path", path)
                .put("hash", Digest.of(bytes).toString())
                .put("bytes", bytes.length);
    }

    private void write(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(PackedCopy.crc(bytes));
        // a local time, since the format knows no other: the machine's zone must not show
        entry.setTimeLocal(LocalDateTime.ofInstant(created, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}

package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes every file of a set in one pass over the documents, into a folder that is there. Each document is read once, and
 * every format writes beside the others.
 */
final class SetWriter implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOGETHER_BYTES = 1 << 20;

    private final Path folder;
    private final Told told;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<Format, Lane> lanes = new EnumMap<>(Format.class);
    private List<Lane.Parsed> together = new ArrayList<>();
    private int bytes;

    SetWriter(Path folder, Told told, Set<Format> formats) throws IOException {
        this.folder = folder;
        this.told = told;
        formats.forEach(format -> lanes.put(format, new Lane(format)));
        try {
            openAll();
        } catch (IOException refused) {
            close();
            throw refused;
        }
        lanes.values().forEach(Lane::start);
    }

    private void openAll() throws IOException {
        for (Table table : Tables.ALL) {
            for (Format format : lanes.keySet()) {
                open(table, format);
            }
        }
        if (lanes.containsKey(Format.CSV)) {
            open(StatementOfReasons.table(), Format.CSV);
        }
    }

    static Set<Format> everything() {
        return EnumSet.allOf(Format.class);
    }

    private void open(Table table, Format format) throws IOException {
        String name = table.name() + "." + format.ending();
        tables.put(name, table);
        lanes.get(format).open(name, table, told, new SetFile(folder.resolve(name)));
    }

    /** A document whose case is public no more has no row anywhere. */
    void add(byte[] body) throws IOException {
        JsonNode document = JSON.readTree(body);
        if (document.has("gone")) {
            return;
        }
        together.add(new Lane.Parsed(body, document));
        bytes += body.length;
        if (bytes > TOGETHER_BYTES) {
            handOver();
        }
    }

    private void handOver() throws IOException {
        if (!together.isEmpty()) {
            for (Lane lane : lanes.values()) {
                lane.put(together);
            }
            together = new ArrayList<>();
            bytes = 0;
        }
    }

    /**
     * Ends all files, describes them, and signs their digests.
     *
     * @param sign of a message
     */
    List<BulkFile> finish(UnaryOperator<byte[]> sign) throws IOException {
        handOver();
        List<BulkFile> files = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            files.addAll(lane.finish());
        }
        byte[] description =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new DataPackage(told, tables).of(files));
        files.add(write(DataPackage.FILE, "application/json", description));
        byte[] sums = Manifest.of(told, files).getBytes(StandardCharsets.UTF_8);
        files.add(write(Manifest.FILE, "text/plain", sums));
        files.add(write(Manifest.SIGNATURE, "application/octet-stream", sign.apply(sums)));
        return files;
    }

    private BulkFile write(String name, String media, byte[] bytes) throws IOException {
        SetFile file = new SetFile(folder.resolve(name));
        try {
            file.write(bytes, 0, bytes.length);
            return file.finish(name, media, Optional.empty());
        } finally {
            file.abandon();
        }
    }

    /** Lets go of what a failure left open. */
    @Override
    public void close() throws IOException {
        for (Lane lane : lanes.values()) {
            lane.close();
        }
    }
}

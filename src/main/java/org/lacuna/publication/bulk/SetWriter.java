package org.lacuna.publication.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes every file of a set in one pass over the documents, into a folder that is there. */
final class SetWriter implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Told told;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Open> open = new ArrayList<>();

    /** One file being written. */
    private static final class Open {
        private final String name;
        private final Format format;
        private final Table table;
        private final SetFile file;
        private final TableFile rows;
        private long count;

        Open(String name, Format format, Table table, SetFile file, TableFile rows) {
            this.name = name;
            this.format = format;
            this.table = table;
            this.file = file;
            this.rows = rows;
        }
    }

    SetWriter(Path folder, Told told, Set<Format> formats) throws IOException {
        this.folder = folder;
        this.told = told;
        for (Table table : Tables.ALL) {
            for (Format format : formats) {
                open(table, format);
            }
        }
        if (formats.contains(Format.CSV)) {
            open(StatementOfReasons.table(), Format.CSV);
        }
    }

    static Set<Format> everything() {
        return EnumSet.allOf(Format.class);
    }

    private void open(Table table, Format format) throws IOException {
        String name = table.name() + "." + format.ending();
        SetFile file = new SetFile(folder.resolve(name));
        tables.put(name, table);
        open.add(new Open(name, format, table, file, format.open(table, told.inside(), file)));
    }

    /** A document whose case is public no more has no row anywhere. */
    void add(byte[] body) throws IOException {
        JsonNode document = JSON.readTree(body);
        if (document.has("gone")) {
            return;
        }
        for (Open each : open) {
            int position = 0;
            for (JsonNode item : each.table.items().apply(document)) {
                each.rows.write(new Row(document, item, ++position), body);
                each.count++;
            }
        }
    }

    /**
     * Ends all files, describes them, and signs their digests.
     *
     * @param sign of a message
     */
    List<BulkFile> finish(UnaryOperator<byte[]> sign) throws IOException {
        List<BulkFile> files = new ArrayList<>();
        for (Open each : open) {
            each.rows.close();
            files.add(each.file.finish(each.name, each.format.media(), Optional.of(each.count)));
        }
        byte[] description = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new DataPackage(told, tables).of(files));
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
        for (Open each : open) {
            each.file.abandon();
        }
    }
}

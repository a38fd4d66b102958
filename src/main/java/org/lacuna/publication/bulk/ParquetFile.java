package org.lacuna.publication.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/**
 * Apache Parquet, with the encoders and the metadata of its Java library and without its Hadoop half: the order of the
 * parts in a file is all that is ours. A row group is ended when it holds so many bytes, so memory does not grow.
 */
final class ParquetFile implements TableFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int PAGE_BYTES = 256 * 1024;
    private static final int GROUP_BYTES = 16 * 1024 * 1024;
    private static final int ROWS_BETWEEN_LOOKS = 256;

    private final Table table;
    private final OutputStream out;
    private final Map<String, String> told;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final List<RowGroup> groups = new ArrayList<>();
    private Group group;
    private long place;
    private long rows;

    /**
     * @param told what the file says about itself
     */
    ParquetFile(Table table, Map<String, String> told, OutputStream out) throws IOException {
        this.table = table;
        this.told = told;
        this.out = out;
        this.schema = ParquetShape.message(table.name(), table.columns());
        this.properties = properties(table.columns());
        out.write(MAGIC);
        place = MAGIC.length;
        group = new Group();
    }

    /** A dictionary of texts that nobody writes twice costs time and saves nothing. */
    private static ParquetProperties properties(List<Column> columns) {
        ParquetProperties.Builder properties = ParquetProperties.builder()
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(PAGE_BYTES)
                .withSizeStatisticsEnabled(false);
        columns.stream()
                .filter(column -> column.kind() == Kind.TEXT)
                .forEach(column -> properties.withDictionaryEncoding(column.name(), false));
        return properties.build();
    }

    @Override
    public void write(Row row, byte[] body) throws IOException {
        group.add(row);
        if (group.count % ROWS_BETWEEN_LOOKS == 0 && group.bytes() > GROUP_BYTES) {
            end();
            group = new Group();
        }
    }

    @Override
    public void close() throws IOException {
        end();
        FileMetaData meta =
                new FileMetaData(VERSION, ParquetShape.elements(table.name(), table.columns()), rows, groups);
        meta.setCreated_by("lacuna version 1 (build parquet-column)");
        meta.setColumn_orders(schema.getColumns().stream()
                .map(column -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                .toList());
        meta.setKey_value_metadata(told.entrySet().stream()
                .map(each -> new KeyValue(each.getKey()).setValue(each.getValue()))
                .toList());
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(meta, footer);
        footer.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.size())
                .array());
        out.write(MAGIC);
        out.flush();
    }

    private void end() throws IOException {
        if (group.count > 0) {
            groups.add(group.writeOut());
        }
        group.store.close();
    }

    /** Rows that are written together. */
    private final class Group implements PageWriteStore {
        private final Map<ColumnDescriptor, ParquetChunk> chunks = new LinkedHashMap<>();
        private final ColumnWriteStore store;
        private final List<ParquetCell> cells = new ArrayList<>();
        private long count;

        Group() {
            schema.getColumns().forEach(column -> chunks.put(column, new ParquetChunk(column)));
            store = properties.newColumnWriteStore(schema, this);
            List<ColumnDescriptor> leaves = schema.getColumns();
            for (int i = 0; i < leaves.size(); i++) {
                cells.add(new ParquetCell(table.columns().get(i), store.getColumnWriter(leaves.get(i))));
            }
        }

        @Override
        public PageWriter getPageWriter(ColumnDescriptor column) {
            return chunks.get(column);
        }

        void add(Row row) {
            cells.forEach(cell -> cell.write(row));
            store.endRecord();
            count++;
        }

        /** Of what was encoded so far, before it was compressed: what a reader needs room for. */
        long bytes() {
            return store.getBufferedSize()
                    + chunks.values().stream()
                            .mapToLong(ParquetChunk::uncompressed)
                            .sum();
        }

        RowGroup writeOut() throws IOException {
            store.flush();
            long start = place;
            long uncompressed = 0;
            List<ColumnChunk> written = new ArrayList<>();
            for (ParquetChunk chunk : chunks.values()) {
                written.add(chunk.writeTo(out, place));
                place += chunk.size();
                uncompressed += chunk.uncompressed();
            }
            rows += count;
            return new RowGroup(written, uncompressed, count)
                    .setFile_offset(start)
                    .setTotal_compressed_size(place - start)
                    .setOrdinal((short) groups.size());
        }
    }
}

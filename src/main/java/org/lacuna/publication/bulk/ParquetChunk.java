package org.lacuna.publication.bulk;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * The pages of one column in one row group, compressed with Zstandard and gathered until the group ends: in a file the
 * pages of a column stand together, behind their dictionary (Parquet format, README.md §Column chunks).
 */
final class ParquetChunk implements PageWriter {
    /** Longer bounds are left out: a reader skips no less for want of them than their bytes cost. */
    private static final int LONGEST_BOUND = 64;

    private final ColumnDescriptor column;
    private final ZstdCompressor zstd = new ZstdCompressor();
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = new TreeSet<>();
    private final Statistics<?> statistics;
    private long values;
    private long uncompressed;

    ParquetChunk(ColumnDescriptor column) {
        this.column = column;
        this.statistics = Statistics.createStats(column.getPrimitiveType());
    }

    /** Writes what was gathered at this place of the file, and says what a reader needs to find it. */
    ColumnChunk writeTo(OutputStream out, long place) throws IOException {
        dictionary.writeTo(out);
        pages.writeTo(out);
        ColumnMetaData meta = new ColumnMetaData(
                Type.valueOf(
                        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                            case BINARY -> "BYTE_ARRAY";
                            default ->
                                column.getPrimitiveType().getPrimitiveTypeName().name();
                        }),
                encodings.stream().map(ParquetChunk::inFile).toList(),
                List.of(column.getPath()),
                CompressionCodec.ZSTD,
                values,
                uncompressed,
                size(),
                place + dictionary.size());
        if (dictionary.size() > 0) {
            meta.setDictionary_page_offset(place);
        }
        bounds().ifPresent(meta::setStatistics);
        return new ColumnChunk(0).setMeta_data(meta);
    }

    long size() {
        return (long) dictionary.size() + pages.size();
    }

    long uncompressed() {
        return uncompressed;
    }

    private java.util.Optional<org.apache.parquet.format.Statistics> bounds() {
        org.apache.parquet.format.Statistics told = new org.apache.parquet.format.Statistics();
        told.setNull_count(statistics.getNumNulls());
        if (statistics.hasNonNullValue()
                && statistics.getMinBytes().length <= LONGEST_BOUND
                && statistics.getMaxBytes().length <= LONGEST_BOUND) {
            told.setMin_value(statistics.getMinBytes());
            told.setMax_value(statistics.getMaxBytes());
        }
        return java.util.Optional.of(told);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> of,
            Encoding repetition,
            Encoding definition,
            Encoding data)
            throws IOException {
        PageHeader header = compressed(
                pages,
                bytes,
                PageType.DATA_PAGE,
                head -> head.setData_page_header(
                        new DataPageHeader(count, inFile(data), inFile(definition), inFile(repetition))));
        values += count;
        statistics.mergeStatistics(of);
        Stream.of(repetition, definition, data).forEach(encodings::add);
        uncompressed += header.getUncompressed_page_size();
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> of,
            SizeStatistics sizes,
            Encoding repetition,
            Encoding definition,
            Encoding data)
            throws IOException {
        writePage(bytes, count, rows, of, repetition, definition, data);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> of,
            SizeStatistics sizes,
            GeospatialStatistics places,
            Encoding repetition,
            Encoding definition,
            Encoding data)
            throws IOException {
        writePage(bytes, count, rows, of, repetition, definition, data);
    }

    @Override
    @Deprecated
    public void writePage(
            BytesInput bytes, int count, Statistics<?> of, Encoding repetition, Encoding definition, Encoding data) {
        throw new UnsupportedOperationException("the encoders say how many rows a page has");
    }

    @Override
    public void writePageV2(
            int rows,
            int nulls,
            int count,
            BytesInput repetition,
            BytesInput definition,
            Encoding encoding,
            BytesInput data,
            Statistics<?> of) {
        throw new UnsupportedOperationException("pages are of version 1, which every reader knows");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        PageHeader header = compressed(
                dictionary,
                page.getBytes(),
                PageType.DICTIONARY_PAGE,
                head -> head.setDictionary_page_header(
                        new DictionaryPageHeader(page.getDictionarySize(), inFile(page.getEncoding()))));
        encodings.add(page.getEncoding());
        uncompressed += header.getUncompressed_page_size();
    }

    private PageHeader compressed(
            ByteArrayOutputStream to, BytesInput bytes, PageType type, java.util.function.Consumer<PageHeader> more)
            throws IOException {
        byte[] plain = bytes.toByteArray();
        byte[] packed = new byte[zstd.maxCompressedLength(plain.length)];
        int length = zstd.compress(plain, 0, plain.length, packed, 0, packed.length);
        PageHeader header = new PageHeader(type, plain.length, length);
        more.accept(header);
        int before = to.size();
        Util.writePageHeader(header, to);
        uncompressed += to.size() - before;
        to.write(packed, 0, length);
        return header;
    }

    private static org.apache.parquet.format.Encoding inFile(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    @Override
    public long getMemSize() {
        return size();
    }

    @Override
    public long allocatedSize() {
        return size();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + size() + " bytes";
    }
}

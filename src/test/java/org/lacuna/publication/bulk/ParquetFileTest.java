package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Table TABLE = new Table(
            "things",
            "Things",
            "For tests",
            new Columns()
                    .of("id", Kind.WORD, "id", "")
                    .of("text", Kind.TEXT, "text", "")
                    .of("number", Kind.INTEGER, "number", "")
                    .of("flag", Kind.FLAG, "flag", "")
                    .of("day", Kind.DAY, "day", "")
                    .of("moment", Kind.MOMENT, "moment", "")
                    .of("list", Kind.LIST, "list", "")
                    .of("other", Kind.JSON, "other", "")
                    .list(),
            List.of("id"),
            document -> List.of(document));

    @TempDir
    Path folder;

    private Path write(List<JsonNode> items) throws Exception {
        Path path = folder.resolve("things.parquet");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                ParquetFile file = new ParquetFile(TABLE, Map.of("lacuna.sequence", "7"), out)) {
            for (JsonNode item : items) {
                file.write(new Row(item, item, 1), new byte[0]);
            }
        }
        return path;
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was_and_so_does_what_is_missing() throws Exception {
        ObjectNode full = (ObjectNode) JSON.readTree("""
                {"id": "one", "text": "Ürümqi, 乌鲁木齐 ئۈرۈمچى", "number": 42, "flag": false, "day": "2020-06-07",
                 "moment": "2026-11-28T22:31:39.347Z", "list": ["CN", "HK"], "other": [{"field": "date"}]}""");
        ObjectNode empty = JSON.createObjectNode().put("id", "two");

        List<Group> read = ParquetForTests.read(write(List.of(full, empty)));

        Group one = read.get(0);
        assertThat(one.getString("text", 0)).isEqualTo("Ürümqi, 乌鲁木齐 ئۈرۈمچى");
        assertThat(one.getLong("number", 0)).isEqualTo(42);
        assertThat(one.getBoolean("flag", 0)).isFalse();
        assertThat(one.getInteger("day", 0)).isEqualTo(18420);
        assertThat(one.getLong("moment", 0)).isEqualTo(1795905099347L);
        assertThat(ParquetForTests.list(one, "list")).containsExactly("CN", "HK");
        assertThat(one.getString("other", 0)).isEqualTo("[{\"field\":\"date\"}]");
        Group two = read.get(1);
        for (String name : List.of("text", "number", "flag", "day", "moment", "other")) {
            assertThat(two.getFieldRepetitionCount(name)).as(name).isZero();
        }
        assertThat(ParquetForTests.list(two, "list")).isEmpty();
    }

    @Test
    void a_large_file_has_many_bounded_row_groups_and_every_row_in_its_place() throws Exception {
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            ObjectNode item = JSON.createObjectNode().put("id", "id-" + i);
            item.put("text", "A text of its own, number " + i + ", and something more: " + "x".repeat(i % 900));
            ArrayNode list = item.putArray("list");
            for (int j = 0; j < i % 4; j++) {
                list.add("topic-" + j);
            }
            item.put("day", i % 3 == 0 ? "2020-01-01" : "2021-12-31");
            items.add(item);
        }

        Path path = write(items);

        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path))) {
            assertThat(reader.getRowGroups()).hasSizeGreaterThan(1);
            assertThat(reader.getRowGroups())
                    .allSatisfy(group -> assertThat(group.getTotalByteSize()).isLessThan(24_000_000));
            assertThat(reader.getFileMetaData().getKeyValueMetaData()).containsEntry("lacuna.sequence", "7");
            assertThat(reader.getRecordCount()).isEqualTo(items.size());
        }
        List<Group> read = ParquetForTests.read(path);
        for (int i = 0; i < items.size(); i++) {
            assertThat(read.get(i).getString("id", 0)).isEqualTo("id-" + i);
            assertThat(read.get(i).getString("text", 0))
                    .isEqualTo(items.get(i).path("text").textValue());
            assertThat(ParquetForTests.list(read.get(i), "list")).hasSize(i % 4);
        }
    }

    @Test
    void a_file_without_rows_can_be_read() throws Exception {
        assertThat(ParquetForTests.read(write(List.of()))).isEmpty();
    }
}

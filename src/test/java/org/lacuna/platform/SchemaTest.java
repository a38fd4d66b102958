package org.lacuna.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Path CRAWLERS = Path.of("crawlers");
    private static final Path WATCHLIST = CRAWLERS.resolve("watchlist.yaml");
    private static final Path FEEDS = CRAWLERS.resolve("feeds.yaml");
    private static final Schema DEFINITION = schema("crawler.schema.json");

    static Stream<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.list(CRAWLERS)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml")
                            && !List.of(WATCHLIST, FEEDS).contains(file))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_definition_keeps_to_the_schema(Path file) throws IOException {
        assertThat(errors(DEFINITION, Files.readString(file))).isEmpty();
    }

    @Test
    void the_watch_list_keeps_to_its_schema() throws IOException {
        assertThat(errors(schema("watchlist.schema.json"), Files.readString(WATCHLIST)))
                .isEmpty();
    }

    @Test
    void the_list_of_feeds_keeps_to_its_schema_and_so_does_one_with_feeds() throws IOException {
        Schema feeds = schema("feeds.schema.json");
        String one = "feeds: [ { name: G, url: 'https://g.example/', language: en, words: [ ban ] } ]";

        assertThat(errors(feeds, Files.readString(FEEDS))).isEmpty();
        assertThat(errors(feeds, one)).isEmpty();
        assertThat(errors(feeds, one.replace("words: [ ban ]", "words: []"))).isNotEmpty();
        assertThat(errors(feeds, one.replace("https", "file"))).isNotEmpty();
    }

    /** Editors use the schema, the program its own reader: a file that one refuses the other must refuse too. */
    @ParameterizedTest
    @MethodSource("org.lacuna.platform.Mistakes#seenBySchema")
    void the_schema_refuses_what_the_reader_refuses(Mistakes.Mistake mistake) {
        assertThat(errors(DEFINITION, mistake.yaml())).isNotEmpty();
    }

    @Test
    void the_schema_itself_is_valid() throws IOException {
        Schema ofSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(Files.readString(CRAWLERS.resolve("crawler.schema.json")), InputFormat.JSON))
                .isEmpty();
    }

    private static List<Error> errors(Schema schema, String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(CRAWLERS.resolve(name)), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

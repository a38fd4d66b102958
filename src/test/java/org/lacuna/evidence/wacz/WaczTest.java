package org.lacuna.evidence.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.evidence.CopiesForTests;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class WaczTest {
    private static final Instant CREATED = Instant.parse("2026-11-29T09:15:31Z");

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private List<CopiesForTests.Copied> copies;

    @BeforeEach
    void begin() {
        CopiesForTests some = new CopiesForTests(folder);
        copies = List.of(
                some.answer(
                        URI.create("https://www.site.example/B?x=Y"),
                        Instant.parse("2026-11-22T10:15:30Z"),
                        451,
                        "<p>no</p>".getBytes(UTF_8),
                        "Content-Type: text/html; charset=utf-8",
                        "Set-Cookie: session=secret"),
                some.page("<p>yes, 203.0.113.77</p>".repeat(3000)));
    }

    @Test
    void another_reader_finds_each_answer_where_the_index_says() throws IOException {
        Map<String, byte[]> files = files(bytes(wacz()));
        List<String> lines =
                new String(files.get("indexes/index.cdxj"), UTF_8).lines().toList();
        assertThat(lines).hasSize(2).isSorted();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            JsonNode block = json.readTree(parts[2]);
            byte[] warc = files.get("archive/" + block.get("filename").asText());
            int offset = block.get("offset").asInt();
            byte[] record = Arrays.copyOfRange(
                    warc, offset, offset + block.get("length").asInt());
            assertThat(Digest.of(record).toString())
                    .isEqualTo(block.get("recordDigest").asText());
            try (WarcReader reader = new WarcReader(new ByteArrayInputStream(record))) {
                WarcResponse response = (WarcResponse) reader.next().orElseThrow();
                assertThat(response.target()).isEqualTo(block.get("url").asText());
                assertThat(response.http().status())
                        .isEqualTo(block.get("status").asInt());
                assertThat(block.get("mime").asText()).isEqualTo("text/html");
                assertThat(parts[1]).isEqualTo(response.date().toString().replaceAll("[-T:Z]", ""));
                byte[] payload = response.http().body().stream().readAllBytes();
                assertThat(Digest.of(payload).toString())
                        .isEqualTo(block.get("digest").asText());
                assertThat(reader.next()).as("one record and no more").isEmpty();
            }
        }
    }

    @Test
    void every_file_is_a_copy_as_it_is_served_whole_for_another_reader() throws IOException {
        Map<String, byte[]> files = files(bytes(wacz()));
        for (CopiesForTests.Copied copy : copies) {
            byte[] warc = files.get("archive/" + copy.record().hex() + ".warc.gz");
            assertThat(warc).isEqualTo(copy.warc());
            List<String> types = new ArrayList<>();
            try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
                for (WarcRecord record : reader) {
                    types.add(record.type());
                    assertThat(record.headers().map()).doesNotContainKey("WARC-IP-Address");
                    assertThat(new String(record.body().stream().readAllBytes(), UTF_8))
                            .doesNotContain("203.0.113.77", "secret", "Mozilla");
                }
            }
            assertThat(types).containsExactly("response", "metadata", "request");
        }
    }

    @Test
    void the_data_package_names_every_file_and_its_own_digest_is_given() throws IOException {
        Map<String, byte[]> files = files(bytes(wacz()));
        JsonNode data = json.readTree(files.get("datapackage.json"));
        assertThat(data.get("profile").asText()).isEqualTo("data-package");
        assertThat(data.get("wacz_version").asText()).isEqualTo("1.1.1");
        assertThat(data.get("created").asText()).isEqualTo(CREATED.toString());
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (JsonNode resource : data.get("resources")) {
            byte[] bytes = files.get(resource.get("path").asText());
            assertThat(Digest.of(bytes).toString())
                    .isEqualTo(resource.get("hash").asText());
            assertThat(bytes).hasSize(resource.get("bytes").asInt());
            named.put(resource.get("path").asText(), bytes);
        }
        JsonNode digest = json.readTree(files.get("datapackage-digest.json"));
        assertThat(digest.get("path").asText()).isEqualTo("datapackage.json");
        assertThat(digest.get("hash").asText())
                .isEqualTo(Digest.of(files.get("datapackage.json")).toString());
        assertThat(digest.properties()).hasSize(2);
        named.put("datapackage.json", new byte[0]);
        named.put("datapackage-digest.json", new byte[0]);
        assertThat(files.keySet()).isEqualTo(named.keySet());

        List<String> pages =
                new String(files.get("pages/pages.jsonl"), UTF_8).lines().toList();
        assertThat(json.readTree(pages.get(0)).get("format").asText()).isEqualTo("json-pages-1.0");
        assertThat(json.readTree(pages.get(1)).get("url").asText()).isEqualTo("https://www.site.example/B?x=Y");
        assertThat(json.readTree(pages.get(1)).get("ts").asText()).isEqualTo("2026-11-22T10:15:30Z");
    }

    @Test
    void the_bytes_are_the_same_in_every_zone_and_their_number_is_known_before() throws IOException {
        byte[] here = bytes(wacz());
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(bytes(wacz())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(wacz().length()).isEqualTo(here.length);
    }

    @Test
    void nothing_is_compressed_twice_so_that_parts_can_be_fetched() throws IOException {
        Path file = Files.write(folder.resolve("x.wacz"), bytes(wacz()));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
        }
    }

    @Test
    void a_searchable_url_turns_the_host_round_and_keeps_the_rest() {
        assertThat(SearchableUrl.of("https://www.Example.org/index.HTML?A=b"))
                .isEqualTo("org,example,www)/index.html?a=b");
        assertThat(SearchableUrl.of("http://example.org:8080")).isEqualTo("org,example:8080)/");
        assertThat(SearchableUrl.of("http://[2001:db8::1]/x")).isEqualTo("[2001:db8::1])/x");
    }

    @Test
    void without_a_copy_there_is_nothing_to_pack() {
        assertThatThrownBy(() -> new Wacz("t", "d", CREATED, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found none");
    }

    private Wacz wacz() {
        return new Wacz(
                "A case",
                "Copies",
                CREATED,
                copies.stream()
                        .map(copy -> new Wacz.Part(copy.record(), copy::warc))
                        .toList());
    }

    private static byte[] bytes(Wacz wacz) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        wacz.writeTo(out);
        return out.toByteArray();
    }

    private Map<String, byte[]> files(byte[] wacz) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("all.wacz"), wacz);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }
}

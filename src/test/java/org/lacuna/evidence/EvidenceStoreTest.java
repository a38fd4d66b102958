package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.Warcinfo;

class EvidenceStoreTest {
    @TempDir
    private Path folder;

    private EvidenceForTests evidence;
    private EvidenceStore store;

    @BeforeEach
    void begin() {
        evidence = new EvidenceForTests(folder);
        store = evidence.store();
    }

    @Test
    void what_is_kept_is_found_again_exactly_while_the_file_is_written_and_after() throws IOException {
        Answer answer = Exchanges.redirected("<p>Ana ü</p>");
        Digest digest = store.keep(answer);
        for (int pass = 0; pass < 2; pass++) {
            Answer found = store.find(digest).orElseThrow();
            assertThat(found.asked()).isEqualTo(Exchanges.ASKED);
            assertThat(found.answered()).isEqualTo(Exchanges.ANSWERED);
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.headers()).isEqualTo(answer.headers());
            assertThat(found.text()).isEqualTo("<p>Ana ü</p>");
            assertThat(found.exchange().request()).isEqualTo(answer.exchange().request());
            assertThat(found.exchange().response()).isEqualTo(answer.exchange().response());
            assertThat(found.at()).isEqualTo(Exchanges.AT);
            store.close();
        }
    }

    @Test
    void the_digest_is_that_of_the_bytes_where_the_exchange_stands() throws IOException {
        store.keep(Exchanges.page("first"));
        Digest digest = store.keep(Exchanges.redirected("second"));
        Place place = store.where(digest).orElseThrow();
        assertThat(place.file().getFileName().toString())
                .matches("lacuna-20261125T021500-[0-9a-f]{12}\\.warc\\.gz\\.open");
        store.close();
        Place later = store.where(digest).orElseThrow();
        assertThat(later.file()).isEqualTo(place.done()).hasParentRaw(folder.resolve("2026/11"));
        byte[] file = Files.readAllBytes(later.file());
        int from = (int) later.offset();
        assertThat(Digest.of(Arrays.copyOfRange(file, from, from + (int) later.length())))
                .isEqualTo(digest);
        assertThat(store.bytes(digest).orElseThrow()).hasSize((int) later.length());
    }

    @Test
    void a_file_is_of_standard_records_whose_digests_hold_and_tells_nothing_of_us() throws IOException {
        store.keepAll(List.of(Keeping.whole(Exchanges.page("one")), Keeping.whole(Exchanges.redirected("two"))));
        store.close();
        List<String> types = new ArrayList<>();
        try (WarcReader reader = new WarcReader(evidence.files().get(0))) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                types.add(record.type());
                assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                assertThat(record.headers().map()).doesNotContainKey("WARC-IP-Address");
                if (record instanceof Warcinfo info) {
                    assertThat(info.fields().map()).containsOnlyKeys("software", "format", "conformsTo");
                }
                record.body().consume();
                assertThat(record.calculatedBlockDigest().orElseThrow().hex())
                        .isEqualTo(record.blockDigest().orElseThrow().hex());
            }
        }
        assertThat(types).containsExactly("warcinfo", "response", "request", "response", "metadata", "request");
    }

    @Test
    void files_and_folders_are_for_their_owner_alone() throws IOException {
        store.keep(Exchanges.page("one"));
        store.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(path -> !path.equals(folder)).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void a_file_that_was_altered_is_refused() throws IOException {
        Digest digest = store.keep(Exchanges.page("body"));
        Place place = store.where(digest).orElseThrow();
        byte[] bytes = Files.readAllBytes(place.file());
        bytes[(int) (place.offset() + place.length() / 2)] ^= 1;
        Files.write(place.file(), bytes);
        assertThatThrownBy(() -> store.find(digest))
                .isInstanceOf(EvidenceDamaged.class)
                .hasMessageContaining("expected the bytes of " + digest);
        Files.write(place.file(), Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> store.find(digest))
                .isInstanceOf(EvidenceDamaged.class)
                .hasMessageContaining("cannot be read");
        Files.delete(place.file());
        assertThatThrownBy(() -> store.find(digest)).isInstanceOf(EvidenceDamaged.class);
    }

    @Test
    void a_body_that_ended_with_the_connection_is_read_back() {
        byte[] response =
                "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nto the end".getBytes(StandardCharsets.ISO_8859_1);
        Answer answer = Answer.kept(
                Exchanges.ASKED,
                Exchanges.ASKED,
                200,
                Map.of("content-type", List.of("text/plain")),
                "to the end".getBytes(StandardCharsets.ISO_8859_1),
                new Answer.Exchange(new byte[0], response),
                Exchanges.AT);
        assertThat(store.find(store.keep(answer)).orElseThrow().text()).isEqualTo("to the end");
    }

    @Test
    void a_digest_that_nothing_has_finds_nothing() {
        assertThat(store.find(Digest.of("nothing"))).isEmpty();
        assertThat(store.where(Digest.of("nothing"))).isEmpty();
    }

    @Test
    void files_end_at_their_size_and_the_next_begins() throws IOException {
        EvidenceStore small = evidence.store(2000, Disk.REAL);
        List<Digest> kept = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            kept.add(small.keep(Exchanges.page("page " + i)));
        }
        small.close();
        assertThat(evidence.files()).hasSizeGreaterThan(2).allSatisfy(file -> {
            assertThat(file.toString()).endsWith(".warc.gz");
            assertThat(Files.size(file)).isLessThanOrEqualTo(2000);
        });
        for (int i = 0; i < kept.size(); i++) {
            assertThat(small.find(kept.get(i)).orElseThrow().text()).isEqualTo("page " + i);
        }
    }

    @Test
    void many_threads_at_once_find_all_that_they_kept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Digest>>> works = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                String name = "worker " + worker + " page ";
                works.add(() -> {
                    List<Digest> kept = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        kept.addAll(store.keepAll(List.of(
                                Keeping.whole(Exchanges.page(name + i)), Keeping.whole(Exchanges.page("too")))));
                    }
                    return kept;
                });
            }
            List<Future<List<Digest>>> done = threads.invokeAll(works);
            for (int worker = 0; worker < 8; worker++) {
                List<Digest> kept = done.get(worker).get();
                for (int i = 0; i < 20; i++) {
                    assertThat(store.find(kept.get(2 * i)).orElseThrow().text())
                            .isEqualTo("worker " + worker + " page " + i);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(evidence.index.rows).hasSize(320);
    }

    @Test
    void a_folder_of_the_former_layout_does_not_disturb() throws IOException {
        Path old = folder.resolve("ab/" + "ab".repeat(32) + ".warc.gz");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");
        Digest digest = store.keep(Exchanges.page("new"));
        store.close();
        assertThat(store.find(digest)).isPresent();
        assertThat(old).hasContent("old");
    }
}

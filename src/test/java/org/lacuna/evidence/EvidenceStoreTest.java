package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.Corpus;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

class EvidenceStoreTest {
    private static final URI ASKED = URI.create("https://site.example/old");
    private static final URI ANSWERED = URI.create("https://site.example/u/ana?tab=all");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir
    private Path folder;

    @Test
    void what_is_kept_is_found_again_exactly() throws IOException {
        EvidenceStore store = new EvidenceStore(folder);
        Answer answer = answer(ASKED, "<p>Ana ü</p>");
        Digest digest = store.keep(answer);
        assertThat(store.path(digest)).exists().hasFileName(digest.hex() + ".warc.gz");
        assertThat(Digest.of(Files.readAllBytes(store.path(digest)))).isEqualTo(digest);
        Answer found = store.find(digest).orElseThrow();
        assertThat(found.asked()).isEqualTo(ASKED);
        assertThat(found.answered()).isEqualTo(ANSWERED);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.headers()).isEqualTo(answer.headers());
        assertThat(found.text()).isEqualTo("<p>Ana ü</p>");
        assertThat(found.exchange().request()).isEqualTo(answer.exchange().request());
        assertThat(found.exchange().response()).isEqualTo(answer.exchange().response());
        assertThat(found.at()).isEqualTo(AT);
    }

    @Test
    void the_records_are_a_standard_pair_whose_digests_hold_and_name_no_address() throws IOException {
        EvidenceStore store = new EvidenceStore(folder);
        Digest digest = store.keep(answer(ASKED, "body"));
        StringBuilder types = new StringBuilder();
        try (WarcReader reader = new WarcReader(store.path(digest))) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                types.append(record.type()).append(' ');
                assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                assertThat(record.headers().map()).doesNotContainKey("WARC-IP-Address");
                record.body().consume();
                if (record.blockDigest().isPresent()) {
                    assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
                }
            }
        }
        assertThat(types.toString().strip()).isEqualTo("response request metadata");
    }

    @Test
    void an_answer_without_redirects_needs_no_metadata() {
        EvidenceStore store = new EvidenceStore(folder);
        Digest digest = store.keep(answer(ANSWERED, "body"));
        assertThat(store.find(digest).orElseThrow().asked()).isEqualTo(ANSWERED);
    }

    @Test
    void a_file_that_was_altered_is_refused() throws IOException {
        EvidenceStore store = new EvidenceStore(folder);
        Digest digest = store.keep(answer(ASKED, "body"));
        byte[] bytes = Files.readAllBytes(store.path(digest));
        bytes[bytes.length / 2] ^= 1;
        Files.write(store.path(digest), bytes);
        assertThatThrownBy(() -> store.find(digest))
                .isInstanceOf(EvidenceDamaged.class)
                .hasMessageContaining("expected the bytes of " + digest);
    }

    @Test
    void a_digest_that_nothing_has_finds_nothing() {
        assertThat(new EvidenceStore(folder).find(Digest.of("nothing"))).isEmpty();
    }

    @Test
    void a_disk_that_refuses_is_an_error_and_leaves_nothing_half_written() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("evidence"), "a file where the folder should be");
        EvidenceStore store = new EvidenceStore(inTheWay);
        assertThatThrownBy(() -> store.keep(answer(ASKED, "body")))
                .isInstanceOf(EvidenceNotKept.class)
                .hasMessageContaining("the disk refused");
        EvidenceStore good = new EvidenceStore(folder.resolve("good"));
        Digest digest = good.keep(answer(ASKED, "body"));
        try (Stream<Path> files = Files.list(good.path(digest).getParent())) {
            assertThat(files).containsExactly(good.path(digest));
        }
    }

    @Test
    void other_people_s_captures_are_read() throws IOException {
        Path warcs = Corpus.folder("warc");
        for (String file : List.of("example.warc", "example.warc.gz", "example-iana.org-chunked.warc")) {
            Answer answer = Capture.read(Files.readAllBytes(warcs.resolve(file)));
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.text()).as(file).contains("<html");
        }
        for (String file :
                List.of("example-digest.warc", "example-resource.warc.gz", "example-space-in-target-uri.warc.gz")) {
            byte[] warc = Files.readAllBytes(warcs.resolve(file));
            assertThatThrownBy(() -> Capture.read(warc)).as(file).hasMessage("expected a response record, found none");
        }
    }

    private static Answer answer(URI asked, String page) {
        byte[] zipped = gzip(page);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: " + zipped.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(head);
        response.writeBytes(zipped);
        byte[] request =
                "GET /u/ana?tab=all HTTP/1.1\r\nHost: site.example\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        return Answer.kept(
                asked,
                ANSWERED,
                200,
                Map.of(
                        "content-type", List.of("text/html; charset=utf-8"),
                        "content-encoding", List.of("gzip"),
                        "content-length", List.of(String.valueOf(zipped.length))),
                zipped,
                new Answer.Exchange(request, response.toByteArray()),
                AT);
    }

    private static byte[] gzip(String content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return zipped.toByteArray();
    }
}

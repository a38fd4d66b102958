package org.lacuna.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.fetch.Answer;
import org.lacuna.shared.Digest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

class RevisitTest {
    private static final Instant LATER = Exchanges.AT.plus(Duration.ofHours(6));

    @TempDir
    private Path folder;

    private EvidenceStore store;
    private Digest original;

    @BeforeEach
    void keepAnOriginal() {
        store = new EvidenceForTests(folder).store();
        original = store.keep(Exchanges.page("<p>Ana</p>"));
    }

    @Test
    void after_a_304_the_page_is_the_old_one_seen_again_with_its_headers_freshened() {
        Answer found = store.find(revisit(notModified())).orElseThrow();
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).isEqualTo("<p>Ana</p>");
        assertThat(found.at()).isEqualTo(LATER);
        assertThat(found.header("etag")).contains("\"2\"");
        assertThat(found.header("x-new")).contains("yes");
        assertThat(found.header("content-type")).as("stays").contains("text/html; charset=utf-8");
        assertThat(found.header("content-encoding")).as("stays").contains("gzip");
        assertThat(found.headers()).doesNotContainKeys("x-hop", "connection");
        assertThat(new String(found.exchange().response(), StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 304 Not Modified\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_304_becomes_a_revisit_record_of_the_standard() throws IOException {
        WarcRevisit revisit = record(revisit(notModified()));
        assertThat(revisit.profile()).isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1);
        pointsToTheOriginal(revisit);
        assertThat(revisit.http().status()).isEqualTo(304);
    }

    @Test
    void the_same_body_sent_again_is_not_stored_again_and_is_read_as_it_was_sent() throws IOException {
        Answer again = Exchanges.answer(
                Exchanges.ANSWERED,
                404,
                "Not Found",
                LATER,
                Exchanges.gzip("<p>Ana</p>"),
                "Content-Type: text/html; charset=utf-8",
                "Content-Encoding: gzip",
                "X-Second: yes");
        Digest digest = revisit(again);
        WarcRevisit revisit = record(digest);
        assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
        assertThat(revisit.headers().first("WARC-Truncated")).contains("length");
        pointsToTheOriginal(revisit);
        Answer found = store.find(digest).orElseThrow();
        assertThat(found.status()).isEqualTo(404);
        assertThat(found.headers()).isEqualTo(again.headers());
        assertThat(found.body()).isEqualTo(again.body());
        assertThat(found.exchange().response()).isEqualTo(again.exchange().response());
        assertThat(found.at()).isEqualTo(LATER);
    }

    @Test
    void a_body_that_is_said_to_be_the_same_and_is_not_is_kept_in_full() throws IOException {
        Answer other = Exchanges.page("<p>Bea</p>");
        Digest digest = revisit(other);
        try (WarcReader reader = reader(digest)) {
            assertThat(reader.next().orElseThrow()).isInstanceOf(WarcResponse.class);
        }
        assertThat(store.find(digest).orElseThrow().text()).isEqualTo("<p>Bea</p>");
    }

    @Test
    void a_revisit_of_a_revisit_points_to_the_first() throws IOException {
        Digest second = revisit(notModified());
        Digest third = store.keepAll(List.of(new Keeping(notModified(), Optional.of(second))))
                .get(0);
        pointsToTheOriginal(record(third));
        assertThat(store.find(third).orElseThrow().text()).isEqualTo("<p>Ana</p>");
    }

    @Test
    void a_304_that_nothing_stands_behind_is_kept_as_it_is() {
        Digest digest = store.keep(notModified());
        assertThat(store.find(digest).orElseThrow().status()).isEqualTo(304);
    }

    @Test
    void what_is_not_kept_cannot_be_repeated() {
        Keeping keeping = new Keeping(notModified(), Optional.of(Digest.of("nothing")));
        assertThatThrownBy(() -> store.keepAll(List.of(keeping)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in the index");
    }

    private Digest revisit(Answer answer) {
        return store.keepAll(List.of(new Keeping(answer, Optional.of(original))))
                .get(0);
    }

    private static Answer notModified() {
        return Exchanges.answer(
                Exchanges.ANSWERED,
                304,
                "Not Modified",
                LATER,
                new byte[0],
                "ETag: \"2\"",
                "X-New: yes",
                "Connection: x-hop",
                "X-Hop: yes",
                "Content-Type: text/plain");
    }

    private void pointsToTheOriginal(WarcRevisit revisit) throws IOException {
        try (WarcReader reader = reader(original)) {
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(revisit.refersTo()).contains(response.id());
            assertThat(revisit.refersToTargetURI()).contains(response.targetURI());
            assertThat(revisit.refersToDate()).contains(response.date());
            assertThat(revisit.payloadDigest().orElseThrow().hex())
                    .isEqualTo(response.payloadDigest().orElseThrow().hex());
        }
    }

    private WarcRevisit record(Digest digest) throws IOException {
        WarcReader reader = reader(digest);
        return (WarcRevisit) reader.next().orElseThrow();
    }

    private WarcReader reader(Digest digest) throws IOException {
        return new WarcReader(new ByteArrayInputStream(store.bytes(digest).orElseThrow()));
    }
}

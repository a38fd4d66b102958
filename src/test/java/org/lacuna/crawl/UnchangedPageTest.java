package org.lacuna.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.Answer;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.observation.Observation;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/** A page that has not changed costs little, is never taken for something else, and leaves whole evidence. */
@QuarkusTest
class UnchangedPageTest {
    private static final String ALIVE = "<p class=alive>Ana</p>";
    private static final LocalOrigin.Reply NOT_MODIFIED =
            LocalOrigin.raw("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n");

    @Inject
    WatchedSite site;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        site.open();
        site.origin().at("/ana", tagged("\"v1\"", ALIVE));
        site.look();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_server_that_says_nothing_changed_is_believed_and_the_old_body_is_found_under_the_new_evidence()
            throws IOException {
        site.origin().at("/ana", NOT_MODIFIED);
        assertThat(site.lookAgain()).isEqualTo(1);
        assertThat(lastRequest()).contains("If-None-Match: \"v1\"");
        Observation seen = site.latest();
        assertThat(seen.outcome()).isEqualTo(Outcome.AVAILABLE);
        assertThat(seen.rule()).contains(site.platform().id() + "#2");
        assertThat(seen.evidence()).isNotEqualTo(site.all().get(1).evidence());
        Answer found = evidence.find(seen.evidence().orElseThrow()).orElseThrow();
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).isEqualTo(ALIVE);
        assertThat(found.at().getEpochSecond()).isEqualTo(seen.seen().getEpochSecond());
        assertThat(record(seen)).isInstanceOfSatisfying(WarcRevisit.class, revisit -> assertThat(revisit.profile())
                .isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1));
        site.lookAgain();
        assertThat(evidence.find(site.latest().evidence().orElseThrow())
                        .orElseThrow()
                        .text())
                .as("and after another one")
                .isEqualTo(ALIVE);
    }

    @Test
    void the_same_body_without_validators_is_not_stored_again() throws IOException {
        site.origin().html("/ana", ALIVE);
        // the header has gone, and with it what could be asked for
        site.lookAgain();
        database.change(
                "UPDATE watch SET etag = NULL WHERE platform = ?",
                site.platform().id());
        database.change(
                "UPDATE watch SET full_why = 'as remembered' WHERE platform = ?",
                site.platform().id());
        site.lookAgain();
        assertThat(lastRequest()).doesNotContain("If-None-Match");
        assertThat(site.latest().why()).as("it was not read again").isEqualTo("as remembered");
        assertThat(record(site.latest()))
                .isInstanceOfSatisfying(WarcRevisit.class, revisit -> assertThat(revisit.profile())
                        .isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1));
        assertThat(evidence.find(site.latest().evidence().orElseThrow())
                        .orElseThrow()
                        .text())
                .isEqualTo(ALIVE);
    }

    @Test
    void a_definition_that_has_changed_reads_what_is_sent_again() throws IOException {
        site.redefine(yaml -> yaml.replace("p.alive", "p.never").replace("p.gone", "p.alive"));
        site.lookAgain();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.SUSPENDED);
        assertThat(record(site.latest())).isInstanceOf(WarcResponse.class);
    }

    @Test
    void a_definition_that_has_changed_is_not_answered_from_what_the_old_one_read() {
        site.redefine(yaml -> yaml.replace("p.alive", "p.never").replace("p.gone", "p.alive"));
        site.origin().at("/ana", NOT_MODIFIED);
        site.lookAgain();
        assertThat(lastRequest()).doesNotContain("If-None-Match");
        assertThat(site.latest().outcome()).isNotEqualTo(Outcome.AVAILABLE);
    }

    @Test
    void a_loss_is_asked_for_in_full_each_time() {
        site.origin().at("/ana", tagged("\"gone\"", "<p class=gone>gone</p>"));
        site.lookAgain();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.SUSPENDED);
        site.lookAgain();
        assertThat(lastRequest()).doesNotContain("If-None-Match");
        assertThat(site.latest().outcome()).isEqualTo(Outcome.SUSPENDED);
    }

    @Test
    void a_304_that_nobody_asked_for_says_nothing() {
        site.origin().at("/ana", tagged("\"gone\"", "<p class=gone>gone</p>"));
        site.lookAgain();
        site.origin().at("/ana", NOT_MODIFIED);
        site.lookAgain();
        assertThat(site.latest().outcome().conclusive()).isFalse();
    }

    @Test
    void after_three_days_a_page_is_asked_for_in_full_however_often_it_had_not_changed() {
        site.origin().at("/ana", NOT_MODIFIED);
        site.lookAgain();
        assertThat(lastRequest()).contains("If-None-Match");
        database.change(
                "UPDATE watch SET full_at = full_at - interval '3 days' WHERE platform = ?",
                site.platform().id());
        site.origin().at("/ana", tagged("\"v1\"", "<p class=alive>Ana, again</p>"));
        site.lookAgain();
        assertThat(lastRequest()).doesNotContain("If-None-Match");
        site.lookAgain();
        assertThat(lastRequest()).as("from then on").contains("If-None-Match");
    }

    private static LocalOrigin.Reply tagged(String etag, String html) {
        return LocalOrigin.page(200, "text/html; charset=utf-8", html.getBytes(UTF_8), "ETag: " + etag);
    }

    private String lastRequest() {
        List<String> asked = site.origin().requests().stream()
                .filter(request -> request.startsWith("GET /ana "))
                .toList();
        return asked.get(asked.size() - 1);
    }

    /** The first record of what was kept. */
    private WarcRecord record(Observation seen) throws IOException {
        byte[] kept = evidence.bytes(seen.evidence().orElseThrow()).orElseThrow();
        assertThat(new String(kept, ISO_8859_1)).isNotEmpty();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(kept))) {
            return reader.next().orElseThrow();
        }
    }
}

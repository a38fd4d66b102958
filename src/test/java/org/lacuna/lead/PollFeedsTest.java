package org.lacuna.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.LogForTests;
import org.lacuna.fetch.FetchersForTests;
import org.lacuna.fetch.LocalOrigin;
import org.lacuna.shared.Database;

@QuarkusTest
class PollFeedsTest {
    private final String mine = FreshWord.of(8);

    @Inject
    FeedList list;

    @Inject
    LeadSettings settings;

    @Inject
    LeadQueries queries;

    @Inject
    RecordLeads record;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private LocalOrigin origin;

    @BeforeEach
    void open() {
        origin = new LocalOrigin();
    }

    @AfterEach
    void close() throws Exception {
        origin.close();
    }

    @Test
    void an_entry_with_one_of_the_words_becomes_a_lead_once_and_waits_in_the_queue() {
        serve(item("Account banned", "https://g.example/" + mine + "/1", "see https://example.org")
                + item("The weather", "https://g.example/" + mine + "/2", "rain"));
        poll(clock);
        poll(later());

        assertThat(titles()).containsExactly("Account banned");
        assertThat(database.list(
                        "SELECT q.title FROM queue_item q JOIN lead l ON l.id::text = q.ref WHERE l.feed = ?",
                        row -> row.getString(1),
                        mine))
                .containsExactly(mine + ": Account banned");
    }

    @Test
    void a_subject_that_an_entry_links_to_is_noted() {
        serve(item("Banned", "https://g.example/" + mine, "&lt;a href='https://x.com/queue_lead'&gt;here&lt;/a&gt;"));
        poll(clock);

        assertThat(database.list(
                        "SELECT platform || ' ' || subject FROM lead WHERE feed = ?", row -> row.getString(1), mine))
                .containsExactly("x queue_lead");
    }

    @Test
    void a_feed_is_not_asked_again_before_it_is_due_and_then_only_for_what_changed() {
        origin.at("/feed", LocalOrigin.page(200, "application/rss+xml", rss(""), "ETag: \"v1\""));
        poll(clock);
        poll(clock);
        assertThat(asked()).hasSize(1);
        origin.at("/feed", LocalOrigin.page(304, "application/rss+xml", new byte[0]));
        poll(later());
        assertThat(asked()).hasSize(2);
        assertThat(asked().get(1)).containsIgnoringCase("if-none-match: \"v1\"");
        assertThat(problem()).isEmpty();
    }

    @Test
    void what_is_no_feed_is_told_to_the_operator_and_keeps_no_other_from_being_read() {
        origin.html("/broken", "<p>sentinel-of-a-page</p>");
        serve(item("Banned", "https://g.example/" + mine + "/ok", ""));
        String log;
        try (LogForTests captured = new LogForTests()) {
            poller(clock).poll(List.of(feed("/broken"), feed("/nothing"), feed("/feed")));
            log = captured.lines();
        }
        assertThat(log).contains("could not be read").doesNotContain("sentinel-of-a-page");
        assertThat(titles()).containsExactly("Banned");
    }

    @Test
    void of_a_feed_that_brings_very_many_some_are_taken_at_a_time_until_all_are_there() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            items.append(item("Banned " + i, "https://g.example/" + mine + "/" + i, ""));
        }
        serve(items.toString());
        poll(clock);
        assertThat(titles()).hasSize(50);
        poll(later());
        assertThat(titles()).hasSize(70);
    }

    private void serve(String items) {
        origin.at("/feed", LocalOrigin.page(200, "application/rss+xml; charset=utf-8", rss(items)));
    }

    private void poll(Clock at) {
        poller(at).poll(List.of(feed("/feed")));
    }

    private PollFeeds poller(Clock at) {
        return new PollFeeds(list, settings, FetchersForTests.fetcher(origin), queries, record, at);
    }

    private Feed feed(String path) {
        return new Feed(
                mine, URI.create("http://" + mine + ".example:" + origin.port() + path), "en", List.of("banned"));
    }

    private Clock later() {
        return Clock.fixed(clock.instant().plus(Duration.ofHours(2)), ZoneOffset.UTC);
    }

    private List<String> asked() {
        return origin.requests().stream()
                .filter(request -> request.startsWith("GET /feed"))
                .toList();
    }

    private List<String> titles() {
        return database.list("SELECT title FROM lead WHERE feed = ? ORDER BY title", row -> row.getString(1), mine);
    }

    private List<String> problem() {
        return database.list(
                "SELECT problem FROM lead_feed WHERE problem IS NOT NULL AND url LIKE ?",
                row -> row.getString(1),
                "%" + mine + "%");
    }

    private static String item(String title, String link, String says) {
        return "<item><title>" + title + "</title><link>" + link + "</link><description>" + says
                + "</description></item>";
    }

    private static byte[] rss(String items) {
        return ("<rss version='2.0'><channel><title>G</title><link>https://g.example/</link><description>D</description>"
                        + items + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
    }
}

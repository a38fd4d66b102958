package org.lacuna.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lacuna.Corpus;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

@Timeout(60)
class ReadFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final URI BASE = URI.create("https://gazette.example/feeds/news.xml");

    @Test
    void an_entry_is_read_with_its_title_as_text_its_day_and_a_relative_link() throws FeedUnreadable {
        List<FeedEntry> entries = read(
                rss(
                        "<item><title>Account &lt;b&gt;suspended&lt;/b&gt;</title><link>/story/1#top</link>"
                                + "<pubDate>Fri, 27 Nov 2026 08:00:00 GMT</pubDate>"
                                + "<description>&lt;p&gt;See &lt;a href='https://x.com/ana'&gt;it&lt;/a&gt;&lt;/p&gt;</description></item>"));

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Account suspended");
            assertThat(entry.url()).isEqualTo(URI.create("https://gazette.example/story/1"));
            assertThat(entry.published()).contains(Instant.parse("2026-11-27T08:00:00Z"));
            assertThat(entry.links()).containsExactly(URI.create("https://x.com/ana"));
        });
    }

    @Test
    void atom_is_read_too() throws FeedUnreadable {
        assertThat(
                        read(
                                "<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title><id>urn:1</id><entry><title>封号</title>"
                                        + "<id>urn:2</id><link href='https://g.example/2'/><updated>2026-11-27T08:00:00Z</updated></entry></feed>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).isEqualTo("封号"));
    }

    @Test
    void a_day_to_come_or_long_before_feeds_is_not_believed() throws FeedUnreadable {
        String item = "<item><title>T</title><link>/%d</link><pubDate>%s</pubDate></item>";
        List<FeedEntry> entries = read(rss(item.formatted(1, "Fri, 27 Nov 2099 08:00:00 GMT")
                + item.formatted(2, "Thu, 01 Jan 1970 00:00:00 GMT")
                + item.formatted(3, "the day before yesterday")));

        assertThat(entries).hasSize(3).allSatisfy(entry -> assertThat(entry.published())
                .isEmpty());
    }

    @Test
    void the_same_address_twice_is_one_entry_and_what_leads_nowhere_is_none() throws FeedUnreadable {
        String item = "<item><title>T</title><guid isPermaLink='false'>same</guid><link>%s</link></item>";

        assertThat(read(rss(item.formatted("/a")
                        + item.formatted("/a#b")
                        + item.formatted("javascript:alert(1)")
                        + item.formatted("https://user:word@g.example/")
                        + item.formatted("file:///etc/passwd"))))
                .extracting(FeedEntry::url)
                .containsExactly(URI.create("https://gazette.example/a"));
    }

    @Test
    void a_feed_that_declares_entities_is_refused_and_nothing_outside_is_asked_for() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            String at = "http://127.0.0.1:" + listening.getLocalPort() + "/";
            refused("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + at + "\">]>" + rss("<item><title>&x;</title></item>"));
            refused("<!DOCTYPE rss [<!ENTITY % x SYSTEM \"" + at + "\"> %x;]>" + rss(""));
            refused("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>"
                    + rss("<item><title>&b;</title></item>"));
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_bare_type_is_taken_away_and_asked_for_nowhere() throws IOException, FeedUnreadable {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            String type = "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:" + listening.getLocalPort() + "/rss.dtd\">";
            assertThat(read(type + rss("<item><title>A&nbsp;B</title><link>/a</link></item>")))
                    .hasSize(1);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_feed_nested_without_end_or_larger_than_any_is_refused() {
        refused(rss("<item><description>" + "<a>".repeat(200_000) + "</description></item>"));
        refused(rss("<item><description>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</description></item>"));
        refused(rss("<item><title>" + "x".repeat(5_100_000) + "</title></item>"));
    }

    @Test
    void of_very_many_entries_and_very_long_titles_a_part_is_read() throws FeedUnreadable {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            items.append("<item><title>")
                    .append("长".repeat(400))
                    .append("</title><link>/")
                    .append(i)
                    .append("</link></item>");
        }
        assertThat(read(rss(items.toString()))).hasSize(500).allSatisfy(entry -> assertThat(entry.title())
                .hasSizeLessThanOrEqualTo(301));
    }

    @Test
    void of_anything_else_nothing_is_read_and_the_message_quotes_none_of_it() {
        for (String other :
                List.of("", "sentinel", "<html><body>sentinel</body></html>", "{\"sentinel\":1}", "<rss", "\0\0")) {
            assertThatThrownBy(() -> read(other))
                    .isInstanceOf(FeedUnreadable.class)
                    .message()
                    .startsWith("expected")
                    .doesNotContain("sentinel");
        }
    }

    /** Whatever is in it: a feed is read or refused, in good time, and nothing else happens. */
    @Test
    void every_feed_of_the_corpus_is_read_or_refused() throws IOException {
        Path folder = Corpus.folder("feeds");
        int read = 0;
        int refused = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                try {
                    ReadFeed.entries(Files.readAllBytes(file), "application/xml", BASE, NOW);
                    read++;
                } catch (FeedUnreadable unreadable) {
                    refused++;
                }
            }
        }
        System.out.printf("feeds of the corpus: %d read, %d refused%n", read, refused);
        assertThat(read).isGreaterThan(20);
    }

    @Test
    void a_word_counts_at_the_beginning_of_a_word_and_anywhere_in_chinese() {
        Feed feed = new Feed("G", BASE, "en", List.of("Ban", "封号", "taken down"));

        assertThat(feed.in("He was BANNED")).containsExactly("ban");
        assertThat(feed.in("A turban")).isEmpty();
        assertThat(feed.in("他被封号了")).containsExactly("封号");
        assertThat(feed.in("It was taken down")).containsExactly("taken down");
    }

    @Test
    void the_list_says_what_is_wrong_with_it() {
        String good = "feeds: [ { name: G, url: 'https://g.example/', language: en, words: [ ban ] } ]";
        assertThat(FeedList.read(new TextFile("feeds.yaml", good))).hasSize(1);
        for (String bad : List.of(
                good.replace("https", "file"),
                good.replace("words: [ ban ]", "words: []"),
                good.replace("name: G", "name: G, every: 1s"),
                good.replace("url: 'https://g.example/', ", ""),
                "feeds: nothing")) {
            assertThatThrownBy(() -> FeedList.read(new TextFile("feeds.yaml", bad)))
                    .isInstanceOf(InvalidFile.class)
                    .hasMessageContaining("feeds.yaml:1");
        }
    }

    @Test
    void an_operators_list_that_is_wrong_is_left_out_and_one_that_is_not_there_is_none() throws IOException {
        Path folder = Files.createTempDirectory("feeds");
        assertThat(new FeedList(folder).feeds()).isEmpty();
        Files.writeString(folder.resolve("feeds.yaml"), "feeds: [ { name: 1 } ]");
        assertThat(new FeedList(folder).feeds()).isEmpty();
        Files.writeString(
                folder.resolve("feeds.yaml"),
                "feeds: [ { name: G, url: 'https://g.example/', language: en, words: [ ban ] } ]");
        assertThat(new FeedList(folder).feeds()).hasSize(1);
    }

    private static void refused(String feed) {
        assertThatThrownBy(() -> read(feed)).isInstanceOf(FeedUnreadable.class);
    }

    private static List<FeedEntry> read(String feed) throws FeedUnreadable {
        return ReadFeed.entries(feed.getBytes(StandardCharsets.UTF_8), "application/rss+xml; charset=utf-8", BASE, NOW);
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>G</title><link>https://gazette.example/</link>"
                + "<description>D</description>" + items + "</channel></rss>";
    }
}

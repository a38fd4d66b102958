package org.lacuna.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FeedFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00.120Z");

    private static Feed feed(String title, String html) {
        Item item = new Item(
                "tag:lacuna.example,2026-11-28:change/1",
                title,
                "https://lacuna.example/cases/x",
                html,
                title,
                NOW,
                NOW,
                List.of("zoom", "reversal"));
        return new Feed(
                "tag:lacuna.example,2026-11-28:cases?q=%22%3C",
                "Lacuna: q <&\"",
                "https://lacuna.example/cases?q=%22%3C&scope=CN",
                "https://lacuna.example/feeds/cases.atom?q=%22%3C&scope=CN",
                "https://lacuna.example/feeds/cases.json?q=%22%3C&scope=CN",
                NOW,
                List.of(item));
    }

    @Test
    void whatever_a_title_holds_the_feed_is_well_formed_and_says_it() throws Exception {
        for (String title :
                List.of("a <b> & \"c\" ]]> --> &amp;", "周锋锁 ئۇيغۇر བོད་ཡིག", "👩‍💻 𝒜", "tab\tand\nline")) {
            byte[] atom = AtomFeed.write(feed(title, "<p>" + PlainText.html(title) + "</p>"));
            FeedRules.atom(atom);
            Entry entry = (Entry) ((com.rometools.rome.feed.atom.Feed)
                            new WireFeedInput().build(new InputSource(new ByteArrayInputStream(atom))))
                    .getEntries()
                    .get(0);
            assertThat(entry.getTitle().strip()).isEqualTo(title.strip());
            assertThat(entry.getContents().get(0).getValue()).contains("<p>");
        }
    }

    @Test
    void what_no_xml_can_hold_is_left_out() throws Exception {
        String broken = "a\u0000b\u0008c\uFFFEd\uD800e\u001Bf";
        assertThat(PlainText.legal(broken)).isEqualTo("abcdef");
        byte[] atom = AtomFeed.write(feed(PlainText.legal(broken), "<p>" + PlainText.html(broken) + "</p>"));
        FeedRules.atom(atom);
    }

    @Test
    void a_json_feed_has_what_its_version_asks_for() throws Exception {
        ObjectMapper json = new ObjectMapper();
        FeedRules.json(json.readTree(JsonFeed.write(feed("Somebody", "<p>It came back.</p>"), json)));
    }

    @Test
    void text_never_becomes_markup() {
        assertThat(PlainText.html("<script>\"&'")).isEqualTo("&lt;script&gt;&quot;&amp;'");
    }
}

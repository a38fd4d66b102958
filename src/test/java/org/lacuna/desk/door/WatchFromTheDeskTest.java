package org.lacuna.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.FreshWord;
import org.lacuna.shared.Database;

/** The editor who publishes a case decides whether its address is watched. */
@QuarkusTest
class WatchFromTheDeskTest {
    @Inject
    DeskForTests desk;

    @Inject
    SubmissionsForTests submissions;

    @Inject
    Database database;

    private final String slug = "youtube-test-" + FreshWord.of(8);
    private final String channel = "https://www.youtube.com/channel/UC"
            + (UUID.randomUUID().toString() + UUID.randomUUID())
                    .replace("-", "")
                    .substring(0, 22);
    private DeskBrowser editor;

    @BeforeEach
    void log_in() {
        editor = desk.loggedIn();
    }

    @AfterEach
    void forget() {
        database.change("DELETE FROM watch WHERE case_slug = ?", slug);
    }

    @Test
    void an_address_with_the_box_ticked_is_watched_hours_later_for_its_case() {
        publish(channel, true);
        assertThat(watches()).singleElement().asString().startsWith("youtube").endsWith(channel + " direct later");
    }

    @Test
    void without_the_tick_nothing_is_watched() {
        publish(channel, false);
        assertThat(watches()).isEmpty();
    }

    @Test
    void an_address_we_cannot_look_at_is_published_and_not_watched() {
        publish("https://unknown.example/ana", true);
        assertThat(watches()).isEmpty();
    }

    private List<String> watches() {
        return database.list(
                "SELECT platform || ' ' || url || ' ' || vantage || CASE WHEN due > now() + interval '1 hour' THEN ' later'"
                        + " ELSE ' soon' END FROM watch WHERE case_slug = ?",
                row -> row.getString(1),
                slug);
    }

    private void publish(String address, boolean watch) {
        String submission = submitted();
        Document form = Jsoup.parse(editor.get(submission + "/case").asString());
        assertThat(form.select("input[name=watch]")).hasSize(1);
        assertThat(form.select("input[name=watch][checked]"))
                .as("nobody ticks it for the editor")
                .isEmpty();
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "A channel cut off",
                "slug", slug,
                "summary", "A channel was ended.",
                "platform", "youtube",
                "subject-kind", "channel",
                "subject-name", "A channel",
                "subject-url", address,
                "measure", "DECISION_PROVISION_TOTAL_SUSPENSION",
                "scope", "cn",
                "date", "2020-05~"));
        fields.putAll(Map.of(
                "text", "The platform ended it.",
                "source-publisher", "A person who wrote to us",
                "source-title", "Report sent to this monitor",
                "source-language", "en",
                "named", "nobody-living"));
        if (watch) {
            fields.put("watch", "on");
        }
        Response answer = editor.post(submission + "/case", fields);
        assertThat(answer.statusCode())
                .as(Jsoup.parse(answer.asString())
                        .select("[role=alert], .error")
                        .text())
                .isEqualTo(303);
    }

    private String submitted() {
        return "/desk/submissions/" + submissions.send("https://zoom.us/j/" + UUID.randomUUID(), "They cut us off.");
    }
}

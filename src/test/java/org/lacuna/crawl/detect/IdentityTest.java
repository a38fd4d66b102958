package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.detect.Captures.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

class IdentityTest {
    private static final Platform SAMPLE = Samples.with(
            "identity: [ { json: /user/id }, { element: \"link[rel=canonical]\", attribute: href, matches: \"/id/((?:[0-9]+)+)$\" } ]",
            "{ says: challenged, when: { status: 429 } }",
            "{ says: not-found, when: { status: 404 } }",
            "{ says: available, when: { status: 200 } }");

    @Test
    void an_id_that_outlasts_a_change_of_name_is_read_beside_the_outcome() {
        assertThat(identity(200, "{\"user\":{\"id\":44196397}}")).contains("44196397");
        assertThat(identity(200, "<link rel=canonical href=/x><link rel=canonical href=/id/7>"))
                .contains("7");
    }

    @Test
    void a_value_that_cannot_be_an_id_is_none() {
        assertThat(identity(200, "{\"user\":{\"id\":\" \"}}")).isEmpty();
        assertThat(identity(200, "{\"user\":{\"id\":{\"a\":1}}}")).isEmpty();
        assertThat(identity(200, "{\"user\":{\"id\":\"%s\"}}".formatted("7".repeat(201))))
                .isEmpty();
        assertThat(identity(200, "{\"user\":{\"id\":\"%s\"}}".formatted("7".repeat(200))))
                .isPresent();
        assertThat(identity(200, "<link rel=canonical href=/name>")).isEmpty();
    }

    @Test
    void a_wall_and_an_empty_place_show_nobodys_id() {
        assertThat(identity(429, "{\"user\":{\"id\":7}}")).isEmpty();
        assertThat(identity(404, "{\"user\":{\"id\":7}}")).isEmpty();
        assertThat(identity(500, "{\"user\":{\"id\":7}}")).isEmpty();
    }

    @Test
    @Timeout(10)
    void a_pattern_that_never_ends_costs_the_id_and_not_the_outcome() {
        Detection detection =
                Detector.detect(SAMPLE, answer(200, "<link rel=canonical href=\"/id/" + "1".repeat(5_000) + "x\">"));

        assertThat(detection.rule()).contains("sample#3");
        assertThat(detection.identity()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x, profile-2016.html, 17",
        "youtube, older-channel.html, UCaaaaaaaaaaaaaaaaaaaaaa",
        "tiktok, profile-2020.html, 17",
        "instagram, account.json, 17",
        "instagram, profile-2018.html, 17",
        "facebook, program-page.json, 1700000001"
    })
    void a_platforms_own_pages_show_its_own_number(String id, String page, String number) throws IOException {
        Platform platform = new Platforms().find(id).orElseThrow();
        String body = Files.readString(Path.of("crawlers", "examples", id, page));

        assertThat(Detector.detect(platform, answer(200, body)).identity()).contains(number);
    }

    private static Optional<String> identity(int status, String body) {
        return Detector.detect(SAMPLE, answer(status, body)).identity();
    }
}

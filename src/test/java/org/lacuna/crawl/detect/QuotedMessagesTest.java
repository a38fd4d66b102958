package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.detect.Captures.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

/** People quote what platforms say, and script bundles carry every message that a page could ever show. */
class QuotedMessagesTest {
    private static final Set<Outcome> ACCUSING = EnumSet.of(Outcome.SUSPENDED, Outcome.REMOVED, Outcome.WITHHELD);
    private static final List<String> MESSAGES = List.of(
            "Account suspended",
            "This account has been suspended",
            "This account has been terminated for a violation of the rules",
            "This video has been removed for violating the rules",
            "This Post is from a suspended account",
            "@somebody's account has been withheld in Germany in response to a legal demand",
            "This content is not available on this country domain due to a court order",
            "r/somewhere has been banned from Reddit",
            "This community has been banned",
            "Govt. of India decided to block 59 apps",
            "This photo is not available in your country",
            "Your account has been suspended, please contact your admin");
    private static final List<String> PLACES = List.of(
            "<title>%s</title><p>x",
            "<meta name=description content=\"%1$s\"><meta property='og:title' content=\"%1$s\">",
            "<article><h1>Why?</h1><p>%s</p></article>",
            "<article><div class=md><h3>%s</h3></div></article>",
            "<div class='comment tweet-text js-tweet-text ProfileHeaderCard-bio'>%s</div>",
            "<div class=error-panel hidden></div><script>var messages = {\"suspended\":\"%1$s\",\"reason\":\"%1$s\"}</script>",
            "<script>window.__INITIAL_STATE__={\"user\":{\"description\":\"%s\"}}</script>",
            "<div id=player-unavailable class='player-width hid'><h1 id=unavailable-message>%s</h1></div>",
            "{\"id_str\":\"17\",\"screen_name\":\"somebody\",\"description\":\"%s\"}",
            "{\"kind\":\"t3\",\"data\":{\"id\":\"abc\",\"title\":\"%1$s\",\"selftext\":\"%1$s\"}}",
            "{\"videoDetails\":{\"title\":\"%s\"},\"playabilityStatus\":{\"status\":\"OK\"}}",
            "{\"statusCode\":0,\"userInfo\":{\"user\":{\"id\":\"17\",\"uniqueId\":\"somebody\",\"signature\":\"%s\"}}}",
            "{\"data\":{\"user\":{\"username\":\"somebody\",\"biography\":\"%s\"}},\"status\":\"ok\"}");

    static Stream<Platform> platforms() {
        Platforms all = new Platforms();
        return Stream.of("x", "youtube", "facebook", "instagram", "tiktok", "reddit", "linkedin", "zoom")
                .map(id -> all.find(id).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void a_message_that_somebody_quotes_accuses_nobody(Platform platform) {
        for (String place : PLACES) {
            for (String message : MESSAGES) {
                Detection detection = Detector.detect(platform, answer(200, place.formatted(message)));

                assertThat(ACCUSING)
                        .as("%s reads %s: %s", platform.id(), place.formatted(message), detection.why())
                        .doesNotContain(detection.outcome());
            }
        }
    }
}

package org.lacuna.crawl.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.detect.Captures.answer;
import static org.lacuna.crawl.detect.Samples.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.Answer;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

class DetectorTest {
    private static final Platform GONE = platform("{ says: removed, when: { text: \"It's gone for good\" } }");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>It's gone for good</p>",
                "<p>It’s GONE\n   for&nbsp;good!</p>",
                "<p>It's <b>go</b>ne for <i>go</i>od</p>",
                "<p>It&#700;s <b>go</b>ne for go&shy;od</p>",
                "<p>It\u2019s gone<br>for\u200b good</p>",
            })
    void a_message_is_found_however_it_is_typeset(String body) {
        assertThat(Detector.detect(GONE, answer(200, body)).outcome()).isEqualTo(Outcome.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>var messages = [\"It's gone for good\"]</script>",
                "<template><p>It's gone for good</p></template>",
                "<div hidden>It's gone for good</div>",
                "<div style='display: none'>It's gone for good</div>",
                "<noscript>It's gone for good</noscript>",
                "<title>It's gone for good</title>",
                "<p>It's gone</p><p>for two days, for good reasons</p>",
            })
    void a_message_that_nobody_can_see_is_not_said(String body) {
        Detection detection = Detector.detect(GONE, answer(200, body));

        assertThat(detection.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(detection.rule()).isEmpty();
        assertThat(detection.why()).isEqualTo("None of the 1 rules of sample fits.");
    }

    @Test
    void a_composed_and_a_decomposed_letter_are_the_same() {
        Platform platform = platform("{ says: removed, when: { text: \"supprimée\" } }");

        assertThat(Detector.detect(platform, answer(200, "<p>SUPPRIME\u0301E</p>"))
                        .outcome())
                .isEqualTo(Outcome.REMOVED);
    }

    @Test
    void the_first_rule_that_fits_wins_and_says_why_in_words_of_the_definition() {
        Platform platform = platform(
                "{ says: suspended, when: { status: 403, element: h1, contains: [ closed, ended ] } }",
                "{ says: not-found, when: { status: [ 403, 404 ] } }");

        Detection detection = Detector.detect(platform, answer(403, "<h1>Account ENDED by ann@mail.example</h1>"));

        assertThat(detection)
                .isEqualTo(new Detection(
                        Outcome.SUSPENDED,
                        Optional.of("sample#1"),
                        "Rule sample#1 fits: status 403, and the element h1 says “ended”.",
                        Optional.empty()));
        assertThat(Detector.detect(platform, answer(404, "")).rule()).contains("sample#2");
    }

    @Test
    void data_in_a_script_is_read_by_the_variable_it_is_assigned_to() {
        Platform platform =
                platform("{ says: removed, when: { json: /state, in: script, assigned-to: pageData, is: removed } }");

        assertThat(List.of(
                        "<script>var pageData = {\"state\":\"removed\"};go();</script>",
                        "<script>window[\"pageData\"] = {\"state\":\"removed\"}</script>",
                        "<script>if(pageData){};pageData={oops};var pageData = {\"state\":\"removed\"};</script>",
                        "<script>x = {\"state\":\"seen\"}</script><script>pageData={\"state\":\"removed\"}</script>"))
                .allMatch(body -> Detector.detect(platform, answer(200, body)).outcome() == Outcome.REMOVED);
        assertThat(List.of(
                        "<script>var otherData = {\"state\":\"removed\"};</script>",
                        "<script>var pageData = {\"state\":\"rem",
                        "<p>pageData = {\"state\":\"removed\"}</p>",
                        "{\"state\":\"removed\"}"))
                .allMatch(body -> Detector.detect(platform, answer(200, body)).outcome() == Outcome.UNCLEAR);
    }

    @Test
    void json_that_other_sites_must_not_run_is_read_all_the_same() {
        Platform platform = platform("{ says: available, when: { json: /a/0, is: \"true\" } }");

        assertThat(Detector.detect(platform, answer(200, ")]}'\n{\"a\":[true]}"))
                        .outcome())
                .isEqualTo(Outcome.AVAILABLE);
    }

    @Test
    void a_page_quoted_in_data_is_not_the_page() {
        assertThat(Detector.detect(GONE, answer(200, "{\"text\":\"<p>It's gone for good</p>\"}"))
                        .outcome())
                .isEqualTo(Outcome.UNCLEAR);
        assertThat(Detector.detect(GONE, answer(200, "{}<p>It's gone for good</p>"))
                        .outcome())
                .isEqualTo(Outcome.REMOVED);
    }

    @Test
    void a_legal_block_names_its_link_relation_among_several_headers() {
        Platform anySite = new Platforms().find(Platforms.ANY_SITE).orElseThrow();
        Map<String, List<String>> headers = Map.of(
                "link",
                List.of("</style.css>; rel=preload", "<https://court.example/>; title=x; rel=\"author Blocked-By\""));

        Detection detection = Detector.detect(anySite, answered("https://a.example/", 451, headers, ""));

        assertThat(detection.rule()).contains("any-site#1");
        assertThat(detection.outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(Detector.detect(anySite, answered("https://a.example/", 200, headers, ""))
                        .outcome())
                .isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    @Timeout(10)
    void a_pattern_that_never_ends_leaves_the_answer_unclear() {
        Platform platform = platform(
                "{ says: challenged, when: { redirects-to: \"/(a+)+!\" } }",
                "{ says: removed, when: { status: 200 } }");

        Detection detection =
                Detector.detect(platform, answered("https://sample.example/" + "a".repeat(5_000), 200, Map.of(), ""));

        assertThat(detection.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(detection.why()).contains("sample#1 could not be decided");
    }

    private static final Map<String, String> HOSTILE = Map.of(
            "nothing",
            "",
            "bytes that are no text",
            "\u0000\u0001\uFFFF",
            "brackets without end",
            "[".repeat(500_000),
            "elements that never close",
            "<div>".repeat(40_000),
            "a variable assigned again and again",
            "<script>" + "ytInitialData = {".repeat(40_000),
            "a crowd of siblings",
            "<link rel=canonical href=x>".repeat(10_000) + "<meta property='og:type' content=profile>".repeat(10_000),
            "data nested too deep",
            "{\"alerts\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");

    static Stream<String> hostile() {
        return HOSTILE.keySet().stream();
    }

    /** Each takes a second or less; before the bounds, some took minutes. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(15)
    void a_page_made_to_hurt_is_unclear_and_soon_done_with(String kind) {
        Platform youtube = new Platforms().find("youtube").orElseThrow();

        assertThat(Detector.detect(youtube, answer(200, HOSTILE.get(kind))).outcome())
                .isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void a_platform_that_is_only_named_reads_nothing() {
        Platform bing = new Platforms().find("bing").orElseThrow();

        assertThat(Detector.detect(bing, answer(404, "")))
                .isEqualTo(new Detection(
                        Outcome.UNCLEAR, Optional.empty(), "The definition bing has no rules.", Optional.empty()));
    }

    private static Answer answered(String url, int status, Map<String, List<String>> headers, String body) {
        return answer(URI.create(url), status, headers, body.getBytes(UTF_8));
    }
}

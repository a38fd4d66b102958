package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.detect.Captures.answer;
import static org.lacuna.crawl.detect.Samples.platform;
import static org.lacuna.crawl.detect.Samples.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Outcome;

class ConditionsTest {
    @Test
    void a_star_is_every_item_of_a_list() {
        Platform platform = platform("{ says: suspended, when: { json: /errors/*/code, is: \"63\" } }");

        assertThat(said(platform, "{\"errors\":[{\"code\":9},{\"code\":63}]}")).isEqualTo(Outcome.SUSPENDED);
        assertThat(said(platform, "{\"errors\":[{\"code\":9}],\"code\":63}")).isEqualTo(Outcome.UNCLEAR);
        assertThat(said(platform, "{\"errors\":[]}")).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void none_holds_where_not_one_of_several_does() {
        Platform platform =
                platform("{ says: removed, when: { element: .gone, none: [ { element: .post }, { status: 500 } ] } }");

        assertThat(said(platform, "<p class=gone>")).isEqualTo(Outcome.REMOVED);
        assertThat(said(platform, "<p class=gone><p class=post>")).isEqualTo(Outcome.UNCLEAR);
        assertThat(said(platform, "<p>")).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void an_element_that_says_this_and_no_more_is_told_from_one_that_quotes_it() {
        Platform platform = platform("{ says: removed, when: { element: title, is: [ \"Gone\", \"Page gone\" ] } }");

        assertThat(said(platform, "<title> page  GONE </title>")).isEqualTo(Outcome.REMOVED);
        assertThat(said(platform, "<title>Why our page gone wild</title>")).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void a_page_that_shows_next_to_nothing_is_told_from_one_with_words_of_its_own() {
        Platform platform =
                platform("{ says: challenged, when: { element: \"script[src=wall.js]\", shows-at-most: 12 } }");

        assertThat(said(
                        platform,
                        "<p>Hold  on<script src=wall.js></script><noscript>Please turn on scripts</noscript>"))
                .isEqualTo(Outcome.CHALLENGED);
        assertThat(said(platform, "<p>An article about walls<script src=wall.js></script>"))
                .isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void a_pattern_bridges_what_stands_between_the_words_that_matter() {
        Platform platform = platform(
                "{ says: suspended, when: { element: .alert, matches: \"konto wurde .{0,80}gekündigt\" } }",
                "{ says: suspended, when: { json: /alert, matches: \"konto wurde .{0,80}gekündigt\" } }");

        assertThat(said(platform, "<p class=alert>Dieses Konto wurde wegen\n Verstößen GEKÜNDIGT."))
                .isEqualTo(Outcome.SUSPENDED);
        assertThat(said(platform, "{\"alert\":[{\"t\":\"Dieses Konto wurde\"},{\"t\":\"gekündigt\"}]}"))
                .isEqualTo(Outcome.SUSPENDED);
        assertThat(said(platform, "<p class=alert>Dieses Konto wurde eröffnet")).isEqualTo(Outcome.UNCLEAR);
        assertThat(said(platform, "<p>Dieses Konto wurde gekündigt")).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void data_with_a_name_is_looked_for_in_all_its_places() {
        Platform platform = with(
                "data: { player: [ { below: state }, { in: script, assigned-to: page.config, held-in: /args/answer, below: state },"
                        + " { in: script, assigned-to: pageData, below: state } ] }",
                "{ says: private, when: { json: /code, of: player, is: PRIVATE } }");

        assertThat(List.of(
                        "[{\"page\":1},{\"a\":{\"state\":{\"code\":\"PRIVATE\"}}}]",
                        "<script>page.config = {\"args\":{\"answer\":\"{\\\"state\\\":{\\\"code\\\":\\\"PRIVATE\\\"}}\"}};</script>",
                        "<script>var pageData = '\\x7b\\x22state\\x22:{\\x22code\\x22:\\u0022PRIVATE\\x22\\x7d}';</script>",
                        "<script>pageData = JSON.parse(\"{\\\"state\\\":{\\\"code\\\":\\\"PRIVATE\\\"}}\");</script>",
                        "<script>pageData={\"state\":{\"code\":\"PRIVATE\"}}</script>"))
                .allMatch(body -> said(platform, body) == Outcome.PRIVATE);
        assertThat(List.of(
                        "{\"code\":\"PRIVATE\"}",
                        "<script>pageData = '{never closed",
                        "<script>pageData = '\\x7",
                        "<script>page.config = {\"args\":{\"answer\":\"no data\"}};</script>"))
                .allMatch(body -> said(platform, body) == Outcome.UNCLEAR);
    }

    @Test
    void a_null_is_told_from_what_is_missing_only_where_it_is_asked_for() {
        Platform platform = platform(
                "{ says: not-found, when: { json: /user, is: \"null\" } }",
                "{ says: available, when: { json: /user } }");

        assertThat(said(platform, "{\"user\":null}")).isEqualTo(Outcome.NOT_FOUND);
        assertThat(said(platform, "{\"user\":{}}")).isEqualTo(Outcome.AVAILABLE);
        assertThat(said(platform, "{}")).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void of_several_scripts_the_one_counts_that_holds_what_is_looked_for() {
        Platform platform = platform("{ says: private, when: { json: \"\", below: state, in: script, is: PRIVATE } }");
        Platform named = with(
                "data: { s: { in: script, below: state } }",
                "{ says: private, when: { json: \"\", of: s, is: PRIVATE } }");
        String page = "<script>{\"a\":1}</script><script>{\"state\":\"PRIVATE\"}</script>";

        assertThat(said(named, page)).isEqualTo(Outcome.PRIVATE);
        assertThat(said(platform, page)).isEqualTo(Outcome.PRIVATE);
    }

    private static Outcome said(Platform platform, String body) {
        return Detector.detect(platform, answer(200, body)).outcome();
    }
}

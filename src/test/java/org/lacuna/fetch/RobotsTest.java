package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;

import crawlercommons.robots.BaseRobotRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.Corpus;
import org.lacuna.fetch.NoAnswer.Reason;

class RobotsTest {
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @Test
    void a_page_that_robots_txt_closes_is_not_visited_and_the_file_is_asked_for_once() {
        robots("User-agent: lacuna\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n");
        origin.html("/open", "open").html("/private/x", "closed");
        assertThat(fetcher.fetch(origin.url("/open"))).isInstanceOf(Answer.class);
        assertThat(fetcher.fetch(origin.url("/private/x"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(origin.visits("/private/x")).isZero();
        assertThat(origin.visits("/robots.txt")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void a_robots_txt_that_is_not_there_allows_everything(int status) {
        origin.at("/robots.txt", page(status, "text/plain", new byte[0])).html("/x", "x");
        assertThat(fetcher.fetch(origin.url("/x"))).isInstanceOf(Answer.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void a_robots_txt_that_cannot_be_read_forbids_everything(int status) {
        origin.at("/robots.txt", page(status, "text/plain", new byte[0])).html("/x", "x");
        assertThat(fetcher.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(origin.visits("/x")).isZero();
    }

    @Test
    void a_robots_txt_behind_redirects_is_read_and_one_in_a_loop_is_not_there() {
        origin.redirect("/robots.txt", "/r2")
                .at("/r2", page(200, "text/plain", "User-agent: *\nDisallow: /x".getBytes()));
        origin.html("/x", "x");
        assertThat(fetcher.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        origin.redirect("/robots.txt", "/robots.txt");
        assertThat(fetcher.fetch(origin.url("other.example", "/x"))).isInstanceOf(Answer.class);
    }

    @Test
    void the_page_a_redirect_leads_to_asks_its_own_robots_txt() {
        robots("User-agent: *\nDisallow: /closed");
        origin.redirect("/open", "/closed").html("/closed", "closed");
        assertThat(fetcher.fetch(origin.url("/open"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(origin.visits("/closed")).isZero();
    }

    @Test
    void the_crawl_delay_is_kept() {
        robots("User-agent: *\nCrawl-delay: 1\n");
        origin.html("/x", "x");
        // the second counts from the beginning of the first, however long that took to be read
        long start = System.nanoTime();
        fetcher.fetch(origin.url("/x"));
        fetcher.fetch(origin.url("/x"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void a_platform_s_own_pace_is_kept_and_a_turn_too_far_away_is_given_up() throws IOException {
        origin.html("/x", "x");
        GuardedFetcher impatient = FetchersForTests.fetcher(origin, Map.of("lacuna.fetch.longest-wait", "2s"));
        impatient.fetch(origin.url("/x"), FetchOptions.atMostPerMinute(60));
        long start = System.nanoTime();
        assertThat(impatient.fetch(origin.url("/x"), FetchOptions.atMostPerMinute(60)))
                .isInstanceOf(Answer.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        assertThat(impatient.fetch(origin.url("/x"), FetchOptions.atMostPerMinute(10)))
                .extracting("reason")
                .isEqualTo(Reason.TIMED_OUT);
        impatient.close();
    }

    @Test
    void a_robots_txt_of_megabytes_is_read_as_far_as_the_standard_asks() {
        robots("User-agent: *\nDisallow: /x\n" + "# filler\n".repeat(1_000_000));
        origin.html("/x", "x").html("/y", "y");
        assertThat(fetcher.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(fetcher.fetch(origin.url("/y"))).isInstanceOf(Answer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "rfc9309-example-simple-robots.txt, foobot, /example/page.html, true",
        "rfc9309-example-simple-robots.txt, foobot, /example/other.html, false",
        "rfc9309-example-simple-robots.txt, barbot, /example/page.html, false",
        "rfc9309-example-simple-robots.txt, quxbot, /example/page.html, true",
        "rfc9309-example-simple-robots.txt, lacuna, /example/x, false",
        "rfc9309-example-simple-robots.txt, lacuna, /a.gif, false",
        "rfc9309-example-simple-robots.txt, lacuna, /publications/, true",
        "rfc9309-example-longest-match-robots.txt, foobot, /example/page/disallowed.gif, false",
        "rfc9309-example-longest-match-robots.txt, foobot, /example/page/other.gif, true",
        "rfc9309-example-rule-group-merging.txt, examplebot, /foo, false",
        "rfc9309-example-rule-group-merging.txt, examplebot, /baz, false",
        "rfc9309-example-rule-group-merging.txt, lacuna, /baz, true",
        "rfc9309-example-rule-group-merging.txt, lacuna, /bar, false",
        "crawl-delay-group-merging.txt, mybot, /private/, false",
        "crawl-delay-group-merging.txt, yourbot, /login/, false",
        "crawl-delay-group-merging.txt, lacuna, /login/, true",
        "merge-rules.txt, testy, /x, false",
        "merge-rules.txt, lacuna, /foo/bar, false",
        "merge-rules.txt, lacuna, /tmp/bar, false",
        "merge-rules.txt, lacuna, /ckh/bar, true",
        "merge-rules.txt, wget, /foo/bar, true",
        "merge-rules.txt, wget, /tmp/bar, false",
        "precedence-of-rules.txt, testy, /foo/bar, true",
        "precedence-of-rules.txt, testy, /foo/bed, false",
        "precedence-of-rules.txt, testy, /foo, false",
        "precedence-of-rules.txt, wget, /index.html, true",
        "precedence-of-rules.txt, lacuna, /foo, true",
        "wildcards.txt, lacuna, /gp/cart, false",
        "wildcards.txt, lacuna, /gp/registry/wishlist/17/reserve, false",
        "wildcards.txt, lacuna, /wishlist/universal, true",
        "wildcards.txt, lacuna, /wishlist/other, false",
        "wildcards.txt, lacuna, /gp/other, true",
        "directive-typos-robots.txt, bot1, /desallow/, false",
        "directive-typos-robots.txt, bot2, /useragent/, false",
        "format-errors-robots.txt, bot1, /whitespace-before-colon/, false",
        "format-errors-robots.txt, bot3, /whitespace-before-colon, true",
        "format-errors-robots.txt, bot3, /x, false",
        "malformed-path.txt, lacuna, /wiki/Wikipedia_talk:Mediation_Committee/, false",
        "malformed-path.txt, lacuna, /wiki/Other, true",
        "robots-with-utf8-bom.txt, lacuna, /login.aspx, false",
        "robots-with-utf8-bom.txt, lacuna, /news, true",
        "robots-with-utf8-bom.txt, lacuna, /a/output/print, false",
        "robots-with-utf16le-bom.txt, lacuna, /login.aspx, false",
        "robots-with-utf16be-bom.txt, lacuna, /news/output/print, false",
        "many-user-agents.txt, lacuna, /, true",
        "many-user-agents.txt, lacuna, /bot-trap/, false",
        "many-user-agents.txt, wget, /, false",
    })
    void other_people_s_files_mean_what_the_standard_says(String file, String bot, String path, boolean allowed)
            throws IOException {
        assertThat(corpus(file, bot).isAllowed("https://site.example" + path)).isEqualTo(allowed);
    }

    @Test
    void every_file_of_the_corpus_is_read_without_complaint() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(corpus(file.getFileName().toString(), "lacuna")).isNotNull();
            }
        }
        assertThat(corpus("robots-with-utf16le-bom.txt", "lacuna").toString())
                .isEqualTo(corpus("robots-with-utf16be-bom.txt", "lacuna").toString());
        assertThat(corpus("crawl-delay-group-merging.txt", "mybot").getCrawlDelay())
                .isEqualTo(10_000);
        assertThat(corpus("crawl-delay-group-merging.txt", "lacuna").getCrawlDelay())
                .isEqualTo(30_000);
        assertThat(corpus("dos-line-endings.txt", "lacuna").getCrawlDelay()).isEqualTo(1_000);
    }

    @Test
    void the_pace_that_a_host_asks_for_is_known_after_the_first_visit() {
        robots("User-agent: *\nCrawl-delay: 1\n");
        origin.html("/x", "x");
        assertThat(fetcher.askedPace(origin.url("/x"), Exit.DIRECT)).isZero();
        fetcher.fetch(origin.url("/x"));
        assertThat(fetcher.askedPace(origin.url("/y"), Exit.DIRECT)).isEqualTo(Duration.ofSeconds(1));
    }

    private static BaseRobotRules corpus(String file, String bot) throws IOException {
        return Robots.rules(
                URI.create("https://site.example/robots.txt"),
                Files.readAllBytes(folder().resolve(file)),
                "text/plain",
                bot);
    }

    private static Path folder() {
        return Corpus.folder("robots");
    }

    private void robots(String text) {
        origin.at("/robots.txt", page(200, "text/plain", text.getBytes()));
    }
}

package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120 | PT2M",
                "503 | ' 7 ' | PT7S",
                "503 | Wed, 25 Nov 2026 03:05:00 GMT | PT5M",
                "503 | Tue, 24 Nov 2026 03:05:00 GMT | PT0S",
                "429 | 0 | PT0S",
                "429 | 99999999999999999999 | PT2777777H46M39S",
                "429 | soon | ",
                "429 | -5 | ",
                "429 | 1.5 | ",
                "429 | '' | ",
                "301 | 120 | ",
                "200 | 120 | ",
            })
    void seconds_and_dates_are_read_where_they_are_a_wish_to_be_left_alone(
            int status, String value, Duration expected) {
        assertThat(RetryAfter.of(status, List.of(value), NOW)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void of_several_the_longest_counts() {
        assertThat(RetryAfter.of(503, List.of("5", "soon", "60"), NOW)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.of(503, List.of(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_host_that_asked_for_it_is_left_alone_and_the_reason_says_until_when(int status) {
        origin.at("/busy", page(status, "text/html", new byte[0], "Retry-After: 3600"))
                .html("/x", "x");
        Answer busy = (Answer) fetcher.fetch(origin.url("/busy"));
        assertThat(busy.status()).isEqualTo(status);
        assertThat(busy.retryAfter(busy.at())).contains(Duration.ofHours(1));
        int asked = origin.requests().size();
        NoAnswer shut = (NoAnswer) fetcher.fetch(origin.url("/x"), FetchOptions.USUAL.owning("site.example"));
        assertThat(shut.reason()).isEqualTo(Reason.ASKED_TO_WAIT);
        assertThat(shut.detail())
                .contains(Instant.now().plusSeconds(3500).toString().substring(0, 10))
                .endsWith("Z");
        assertThat(origin.requests()).hasSize(asked);
        assertThat(fetcher.fetch(origin.url("other.example", "/x"))).isInstanceOf(Answer.class);
    }

    @Test
    void the_wish_is_capped_and_one_that_means_nothing_shuts_nothing() throws Exception {
        GuardedFetcher brief = FetchersForTests.fetcher(origin, Map.of("lacuna.fetch.longest-pause", "300ms"));
        origin.at("/busy", page(429, "text/html", new byte[0], "Retry-After: 999999999"))
                .html("/x", "x");
        brief.fetch(origin.url("/busy"));
        assertThat(brief.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.ASKED_TO_WAIT);
        Thread.sleep(400);
        assertThat(brief.fetch(origin.url("/x"))).isInstanceOf(Answer.class);
        origin.at("/moved", page(301, "text/html", new byte[0], "Retry-After: 999", "Location: /x"));
        assertThat(brief.fetch(origin.url("/moved"))).isInstanceOf(Answer.class);
        assertThat(brief.fetch(origin.url("/x"))).isInstanceOf(Answer.class);
        brief.close();
    }

    @Test
    void a_robots_txt_that_asks_for_it_shuts_the_host_and_is_asked_again_afterwards() throws Exception {
        GuardedFetcher brief = FetchersForTests.fetcher(
                origin, Map.of("lacuna.fetch.longest-pause", "300ms", "lacuna.fetch.robots-retry", "1ms"));
        origin.at("/robots.txt", page(503, "text/plain", new byte[0], "Retry-After: 60"))
                .html("/x", "x");
        assertThat(brief.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.REFUSED_BY_ROBOTS);
        assertThat(brief.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.ASKED_TO_WAIT);
        assertThat(origin.visits("/robots.txt")).isEqualTo(1);
        origin.at("/robots.txt", page(404, "text/plain", new byte[0]));
        Thread.sleep(400);
        assertThat(brief.fetch(origin.url("/x"))).isInstanceOf(Answer.class);
        brief.close();
    }
}

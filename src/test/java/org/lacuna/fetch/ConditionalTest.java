package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lacuna.fetch.LocalOrigin.page;
import static org.lacuna.fetch.LocalOrigin.raw;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.fetch.NoAnswer.Reason;

class ConditionalTest {
    private static final Validators KNOWN =
            new Validators(Optional.of("W/\"abc\""), Optional.of("Tue, 24 Nov 2026 08:00:00 GMT"));
    private static final String UNCHANGED =
            "HTTP/1.1 304 Not Modified\r\nETag: W/\"abc\"\r\nContent-Encoding: gzip\r\n\r\n";

    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @Test
    void what_an_answer_said_of_its_version_is_sent_back_and_304_is_an_answer_without_a_body() {
        origin.at(
                "/x",
                page(
                        200,
                        "text/html",
                        "x".getBytes(),
                        "ETag: W/\"abc\"",
                        "Last-Modified: Tue, 24 Nov 2026 08:00:00 GMT"));
        Answer first = (Answer) fetcher.fetch(origin.url("/x"));
        assertThat(Validators.of(first)).contains(KNOWN);
        origin.at("/x", raw(UNCHANGED));
        Answer second = (Answer) fetcher.fetch(origin.url("/x"), FetchOptions.USUAL.ifChanged(KNOWN));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.exchange().content()).isEmpty();
        assertThat(origin.requests().get(origin.requests().size() - 1))
                .contains("If-None-Match: W/\"abc\"\r\n")
                .contains("If-Modified-Since: Tue, 24 Nov 2026 08:00:00 GMT\r\n");
        assertThat(new String(second.exchange().request())).contains("If-None-Match: W/\"abc\"\r\n");
    }

    @Test
    void a_304_that_nobody_asked_for_is_a_broken_answer() {
        origin.at("/x", raw(UNCHANGED));
        assertThat(fetcher.fetch(origin.url("/x"))).extracting("reason").isEqualTo(Reason.BROKEN_ANSWER);
    }

    @Test
    void only_the_first_request_is_conditional() {
        origin.redirect("/x", "/y").at("/y", raw(UNCHANGED));
        assertThat(fetcher.fetch(origin.url("/x"), FetchOptions.USUAL.ifChanged(KNOWN)))
                .extracting("reason")
                .isEqualTo(Reason.BROKEN_ANSWER);
        assertThat(origin.requests())
                .filteredOn(request -> request.contains("If-None-Match"))
                .hasSize(1)
                .allMatch(request -> request.startsWith("GET /x "));
    }

    @Test
    void an_answer_after_redirects_and_one_that_is_no_page_have_no_validators() {
        origin.redirect("/x", "/y").at("/y", page(200, "text/html", new byte[0], "ETag: \"a\""));
        origin.at("/gone", page(404, "text/html", new byte[0], "ETag: \"a\""));
        origin.at("/none", page(200, "text/html", new byte[0]));
        origin.at("/odd", page(200, "text/html", new byte[0], "ETag: \"\u00e4\"", "Last-Modified: yesterday"));
        assertThat(Validators.of((Answer) fetcher.fetch(origin.url("/x")))).isEmpty();
        assertThat(Validators.of((Answer) fetcher.fetch(origin.url("/gone")))).isEmpty();
        assertThat(Validators.of((Answer) fetcher.fetch(origin.url("/none")))).isEmpty();
        assertThat(Validators.of((Answer) fetcher.fetch(origin.url("/odd"))))
                .contains(new Validators(Optional.empty(), Optional.of("yesterday")));
        assertThat(Validators.of((Answer) fetcher.fetch(origin.url("/y#part")))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"a\r\nX: b\"", "\"\u00e4\"", "\0"})
    void a_value_that_could_not_be_sent_is_refused(String etag) {
        assertThatThrownBy(() -> new Validators(Optional.of(etag), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visible ASCII");
        assertThatThrownBy(() -> new Validators(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

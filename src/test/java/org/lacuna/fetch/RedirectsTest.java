package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.fetch.LocalOrigin.page;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.fetch.NoAnswer.Reason;

class RedirectsTest {
    private final LocalOrigin origin = new LocalOrigin();
    private final GuardedFetcher fetcher = FetchersForTests.fetcher(origin);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @Test
    void a_redirect_is_followed_and_both_urls_are_told() {
        origin.redirect("/old", "/new#part").html("/new", "here");
        Answer answer = (Answer) fetcher.fetch(origin.url("/old"));
        assertThat(answer.asked()).isEqualTo(origin.url("/old"));
        assertThat(answer.answered()).isEqualTo(origin.url("/new"));
        assertThat(answer.text()).isEqualTo("here");
    }

    @Test
    void a_loop_is_seen_at_once() {
        origin.redirect("/a", "/b").redirect("/b", "/a").redirect("/self", "/self");
        assertThat(fetcher.fetch(origin.url("/a"))).extracting("reason").isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(fetcher.fetch(origin.url("/self"))).extracting("reason").isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(origin.visits("/a")).isEqualTo(1);
        assertThat(origin.visits("/self")).isEqualTo(1);
    }

    @Test
    void ten_redirects_are_followed_and_no_eleventh() {
        for (int i = 0; i < 12; i++) {
            origin.redirect("/" + i, "/" + (i + 1));
        }
        origin.html("/10", "ten");
        assertThat(fetcher.fetch(origin.url("/0"))).isInstanceOf(Answer.class);
        origin.redirect("/10", "/11").html("/11", "eleven");
        assertThat(fetcher.fetch(origin.url("/0"))).extracting("reason").isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(origin.visits("/11")).isZero();
    }

    @Test
    void a_redirect_without_a_place_is_an_answer() {
        origin.at("/302", page(302, "text/html", "moved".getBytes()));
        assertThat(fetcher.fetch(origin.url("/302"))).extracting("status").isEqualTo(302);
    }

    @Test
    void a_redirect_to_an_app_is_refused() {
        origin.redirect("/app", "itms-apps://apps.example/id1");
        assertThat(fetcher.fetch(origin.url("/app"))).extracting("reason").isEqualTo(Reason.REFUSED_URL);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b/c?q, ?x=1, http://a.example/b/c?x=1",
        "http://a.example/b/c, d, http://a.example/b/d",
        "http://a.example/b/c, ../d, http://a.example/d",
        "http://a.example/b, //other.example/x, http://other.example/x",
        "http://a.example/b, /two words|{}, http://a.example/two%20words%7C%7B%7D",
        "http://a.example/b, /Ã¼, http://a.example/%C3%BC",
        "http://a.example/b, https://bÃ¼cher.example/x, https://xn--bcher-kva.example/x",
        "http://a.example/b, /go?to=//Ã¼.example/, http://a.example/go?to=//%C3%BC.example/",
    })
    void a_place_is_read_as_a_browser_reads_it(URI from, String location, URI expected) throws FetchFailure {
        assertThat(Urls.redirect(from, location)).isEqualTo(expected);
    }
}

package org.lacuna.publication.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.shared.Digest;

class MementosTest {
    private static final URI ROOT = URI.create("https://lacuna.example/");

    private final OfferedCapture first = capture("2020-06-07T10:00:00Z");
    private final OfferedCapture second = capture("2020-06-10T10:00:00Z");
    private final OfferedCapture third = capture("2020-06-10T10:00:01Z");
    private final Mementos all = new Mementos(List.of(first, second, third));

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "2020-06-08T21:59:59Z, 0",
        "2020-06-08T22:00:00Z, 0",
        "2020-06-08T22:00:01Z, 1",
        "2020-06-10T10:00:00Z, 1",
        "2020-06-10T10:00:01Z, 2",
        "9999-12-31T23:59:59Z, 2"
    })
    void the_nearest_is_meant_and_of_two_the_older(Instant moment, int expected) {
        assertThat(all.best(Optional.of(moment))).isEqualTo(all.all().get(expected));
    }

    @Test
    void without_a_moment_the_newest_is_meant() {
        assertThat(all.best(Optional.empty())).isEqualTo(third);
    }

    @Test
    void each_names_first_last_and_its_neighbours() {
        assertThat(all.linksOf(second, ROOT))
                .contains(
                        first.record().hex()
                                + "/page>; rel=\"first prev memento\"; datetime=\"Sun, 07 Jun 2020 10:00:00 GMT\"",
                        second.record().hex() + "/page>; rel=\"memento\"",
                        third.record().hex() + "/page>; rel=\"last next memento\"")
                .startsWith("<https://site.example/>; rel=\"original\", "
                        + "<https://lacuna.example/api/v1/timegate/https://site.example/>; rel=\"timegate\"");
        assertThat(new Mementos(List.of(first)).linksOf(first, ROOT)).contains("rel=\"first last memento\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2020-06-07T10:00:00Z",
                "Sun, 07 Jun 2020 10:00:00 CEST",
                "Mon, 07 Jun 2020 10:00:00 GMT",
                "Sun, 31 Feb 2020 10:00:00 GMT",
                "Sunday, 07-Jun-20 10:00:00 GMT",
                "Sun Jun  7 10:00:00 2020"
            })
    void only_one_form_of_date_is_understood(String header) {
        assertThatThrownBy(() -> Mementos.read(header))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    void a_date_reads_as_it_was_written() {
        assertThat(Mementos.read(Mementos.date(first.captured()))).isEqualTo(first.captured());
    }

    @ParameterizedTest
    @CsvSource({
        "https://Site.example, //site.example/",
        "http://site.example:80/A?b=C#d, //site.example/A?b=C",
        "https://user:pw@site.example:443/, //site.example/",
        "https://site.example:8443/, //site.example:8443/",
        "https://a_b.site.example/x, //a_b.site.example/x",
        "http://[2001:DB8::1]:80/, //[2001:db8::1]/",
        "https://site.example/?, //site.example/?"
    })
    void an_address_is_looked_up_without_what_makes_no_difference(String url, String key) {
        assertThat(LookedUp.of(url).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/x",
                "//site.example/",
                "ftp://site.example/",
                "https:",
                "https://",
                "https:x",
                "http://a b/"
            })
    void what_is_no_address_of_a_web_page_is_refused(String url) {
        assertThatThrownBy(() -> LookedUp.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OfferedCapture capture(String at) {
        return new OfferedCapture(
                Digest.of(at),
                Digest.of("copy of " + at),
                "https://site.example/",
                "https://site.example/",
                Instant.parse(at),
                Instant.parse("2026-11-29T00:00:00Z"),
                100);
    }
}

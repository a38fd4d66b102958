package org.lacuna.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {
    private final Platforms platforms = new Platforms();

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3, youtube, video, watch?v=dQw4w9WgXcQ",
        "https://m.youtube.com/@somebody/videos, youtube, channel, @somebody",
        "https://X.com/GovtofPakistan, x, account, GovtofPakistan",
        "https://twitter.com/somebody/status/20, x, post, somebody/status/20",
        "https://www.linkedin.com/in/%E5%91%A8-example/, linkedin, account, in/周-example",
        "https://github.com/quarkusio/quarkus/issues, github, page, quarkusio/quarkus",
        "https://zoom.us/j/1234567890?pwd=x, zoom, meeting, j/1234567890",
        "https://t.me/s/telegram, telegram, channel, telegram",
    })
    void a_subject_is_recognised_by_its_url(URI url, String platform, String kind, String id) {
        Recognised recognised = platforms.recognise(url).orElseThrow();

        assertThat(recognised.platform().id()).isEqualTo(platform);
        assertThat(recognised.subject()).contains(new Recognised.Subject(kind, id));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil-youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "ftp://youtube.com/watch?v=dQw4w9WgXcQ",
        "mailto:somebody@youtube.com",
        "https:///nowhere",
    })
    void only_an_exact_host_of_the_web_is_recognised(URI url) {
        assertThat(platforms.recognise(url)).isEmpty();
    }

    @Test
    void a_host_without_a_subject_is_still_the_platform() {
        Recognised recognised =
                platforms.recognise(URI.create("https://x.com/search?q=word")).orElseThrow();

        assertThat(recognised.platform().id()).isEqualTo("x");
        assertThat(recognised.subject()).isEqualTo(Optional.empty());
    }
}

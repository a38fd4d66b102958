package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

class EvaluationTest {
    /** Only Google Play reads this page as one of its own. */
    private static final String APP = "<title>A garden</title><h1>A garden</h1>"
            + "<link rel=canonical href='https://play.google.com/store/apps/details?id=example.garden'>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"google-play", "google_play"})
    void an_id_with_underlines_finds_the_definition_with_hyphens(String platform) throws IOException {
        assertThat(read(platform).said()).isEqualTo(Outcome.AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"googleplay", "Google-Play", "google play", "play", "google_play_store"})
    void nothing_else_is_guessed(String platform) throws IOException {
        assertThat(read(platform).said()).isEqualTo(Outcome.UNCLEAR);
    }

    @Test
    void a_platform_that_is_only_named_is_read_as_any_site() throws IOException {
        assertThat(read("bing").said()).isEqualTo(Outcome.UNCLEAR);
    }

    private Evaluated read(String platform) throws IOException {
        Files.writeString(folder.resolve("page.html"), APP);
        Files.writeString(
                folder.resolve("index.csv"),
                "file,platform,outcome,accept,url,http_status,content_type\npage.html," + platform
                        + ",available,,,200,text/html\n");
        Evaluation evaluation = new Evaluation(new Platforms());
        List<Evaluated> read = new ArrayList<>();
        new PageIndex(folder.resolve("index.csv")).forEach(page -> read.add(evaluation.evaluate(page)));
        return read.get(0);
    }
}

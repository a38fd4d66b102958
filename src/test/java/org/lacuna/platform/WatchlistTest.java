package org.lacuna.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

class WatchlistTest {
    private static final Platforms PLATFORMS = new Platforms();

    @Test
    void the_list_names_subjects_on_platforms_that_are_fetched() {
        assertThat(new Watchlist(PLATFORMS).entries())
                .isNotEmpty()
                .allMatch(entry -> entry.platform().fetch().isPresent());
    }

    @Test
    void every_case_on_the_list_is_in_the_founding_record() throws IOException {
        TreeSet<String> cases = new TreeSet<>();
        Pattern line = Pattern.compile("^- case: (\\S+)$", Pattern.MULTILINE);
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/record"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                line.matcher(Files.readString(file)).results().forEach(found -> cases.add(found.group(1)));
            }
        }

        assertThat(new Watchlist(PLATFORMS).entries())
                .flatExtracting(entry -> entry.caseSlug().stream().toList())
                .isNotEmpty()
                .allMatch(cases::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ platform: myspace, url: 'https://myspace.com/tom' } | found 'myspace'",
                "{ platform: wechat, url: 'https://mp.weixin.qq.com/s/abc' } | whose pages are fetched",
                "{ platform: x, url: 'https://github.com/a/b' } | a subject on x",
                "{ platform: x, url: 'https://x.com/search' } | a subject on x",
                "{ platform: x, url: 'https://x.com/a', case: 'Not a slug' } | a case's slug",
                "{ platform: x, url: 'https://x.com/a', note: hello } | unknown key 'note'",
                "{ platform: x } | 'url' is missing",
            })
    void a_wrong_line_is_named(String entry, String says) {
        TextFile file = new TextFile("crawlers/watchlist.yaml", "watch:\n  - " + entry + "\n");

        assertThatThrownBy(() -> new Watchlist(PLATFORMS, file))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("crawlers/watchlist.yaml:2: ")
                .hasMessageContaining(says);
    }
}

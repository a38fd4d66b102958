package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProgramsTest {
    private static final BrowserSettings USUAL = BrowsersForTests.mapping(Map.of());

    @TempDir
    private Path folder;

    @Test
    void both_programs_are_found_on_the_path() throws Exception {
        program("chromium", "exit 0");
        program("node", "echo v20.1.0");

        assertThat(BrowserPrograms.find(USUAL, "/nowhere::" + folder))
                .isEqualTo(new BrowserPrograms(folder.resolve("chromium"), folder.resolve("node")));
    }

    @Test
    void what_is_missing_or_too_old_is_named() throws IOException {
        assertMissing("Chromium");
        program("chromium", "exit 0");
        assertMissing("Node.js 20");
        program("node", "echo v18.20.4");
        assertMissing("Node.js 20");
    }

    @Test
    void without_a_browser_a_check_ends_with_that_reason() throws IOException {
        try (LocalOrigin origin = new LocalOrigin()) {
            FetchSettings settings = FetchersForTests.settings(origin, Map.of());
            GuardedFetcher plain = FetchersForTests.fetcher(origin);
            BrowserSettings nowhere =
                    BrowsersForTests.mapping(Map.of("lacuna.fetch.browser.path", "/no/such/chromium"));

            Fetched fetched =
                    BrowsersForTests.fetcher(plain, settings, nowhere).fetch(origin.url("/"), FetchOptions.USUAL);

            assertThat(fetched).isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.reason())
                    .isEqualTo(NoAnswer.Reason.BROWSER_MISSING));
            assertThat(origin.requests()).isEmpty();
            assertThat(((NoAnswer) fetched).at())
                    .isBeforeOrEqualTo(Clock.systemUTC().instant());
            plain.close();
        }
    }

    private void assertMissing(String program) {
        assertThatThrownBy(() -> BrowserPrograms.find(USUAL, folder.toString()))
                .isInstanceOfSatisfying(FetchFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(NoAnswer.Reason.BROWSER_MISSING))
                .hasMessageContaining(program);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}

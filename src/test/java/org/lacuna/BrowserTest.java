package org.lacuna;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class BrowserTest {
    private static final Path NOWHERE = Path.of("no", "such", "chromium");

    @Test
    void without_a_browser_its_tests_are_skipped_at_home_and_fail_where_changes_are_judged() {
        assertThatThrownBy(() -> Browser.requireChromium(NOWHERE, false)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> Browser.requireChromium(NOWHERE, true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(NOWHERE.toString())
                .hasMessageContaining("LACUNA_CHROMIUM");
    }
}

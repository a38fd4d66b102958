package org.lacuna.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The fonts of this machine; whoever is told CI=true must have them. */
final class FontsForTests {
    static final Path HERE = Path.of("/usr/share/fonts");

    private FontsForTests() {}

    /** Skips the test on a machine that cannot set every script. */
    static void assumeThere() {
        assumeTrue(
                "true".equals(System.getenv("CI"))
                        || Files.exists(HERE.resolve("truetype/droid/DroidSansFallbackFull.ttf"))
                                && Files.exists(HERE.resolve("truetype/noto/NotoSerifTibetan-Regular.ttf")),
                "the fonts that operations.md names are not installed");
    }
}

package org.lacuna.crawl.detect;

import java.util.Optional;
import org.lacuna.platform.Definition;
import org.lacuna.platform.Platform;
import org.lacuna.shared.TextFile;

/** Definitions made up for tests. */
final class Samples {
    private Samples() {}

    static Platform platform(String... rules) {
        return with("", rules);
    }

    /** With further keys at the top of the file, each on a line of its own. */
    static Platform with(String keys, String... rules) {
        String yaml = """
                id: sample
                name: Sample
                about: Made up.
                home: https://sample.example/
                %s
                detect:
                  - %s
                otherwise: unclear
                examples: [ { page: examples/sample/a.html, status: 200, says: unclear } ]
                """.formatted(keys, String.join("\n  - ", rules));
        return Definition.read(new TextFile("crawlers/sample.yaml", yaml), Optional.empty())
                .platform();
    }
}

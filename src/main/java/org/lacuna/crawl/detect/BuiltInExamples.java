package org.lacuna.crawl.detect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.lacuna.platform.Example;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.Outcome;

/** The example pages that are packed with the program. */
public final class BuiltInExamples implements ExampleCheck.Pages {
    private static final String FOLDER = "/crawlers/";

    /** A check of the definitions of this build, and of others against the walls in it. */
    public static ExampleCheck check(Platforms builtIn) {
        List<Example> walls = builtIn.definitions().stream()
                .filter(definition -> definition.platform().id().equals(Platforms.ANY_SITE))
                .flatMap(definition -> definition.examples().stream())
                .filter(example -> example.says() == Outcome.CHALLENGED)
                .toList();
        return new ExampleCheck(new BuiltInExamples(), walls);
    }

    @Override
    public byte[] read(String page) throws IOException {
        try (InputStream bytes = BuiltInExamples.class.getResourceAsStream(FOLDER + page)) {
            if (bytes == null) {
                throw new IOException("expected " + page + " in this build, found none");
            }
            return bytes.readAllBytes();
        }
    }
}

package org.lacuna;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** Real inputs kept beside the project and never in it. A test that needs them is skipped, and says so, where they are not. */
public final class Corpus {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Corpus() {}

    /** A folder of the corpus; the setting {@code lacuna.corpus} says where that is. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("lacuna.corpus", "../shared/corpus"), name);
        if (!Files.isDirectory(folder)) {
            String why = "The corpus is not here: the tests on its folder " + name
                    + " do not run. -Dlacuna.corpus=FOLDER names it.";
            if (SAID.add(name)) {
                System.out.println(why);
            }
            Assumptions.abort(why);
        }
        return folder;
    }
}

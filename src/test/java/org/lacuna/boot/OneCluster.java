package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Path;
import org.lacuna.Scratch;

/** A fresh cluster for all tests of this package; the unpacked programs stay from run to run. */
final class OneCluster {
    static final Path FOLDER = Scratch.folder("postgres-of-boot").toAbsolutePath();

    private static boolean made;

    private OneCluster() {}

    static synchronized void make() throws IOException {
        if (!made) {
            Trees.delete(FOLDER.resolve("data"));
            EmbeddedPostgres.start(FOLDER, Durability.DURABLE).close();
            made = true;
        }
    }
}

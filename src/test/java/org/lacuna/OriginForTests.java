package org.lacuna;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * Finds a free port for the local web server of the tests and lets the application trust that one port. A test that
 * needs the server opens it there; see {@code lacuna.test.origin-port}.
 */
@QuarkusTestResource(OriginForTests.class)
public class OriginForTests implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        int port = freePort();
        letVisitsFollowEachOther();
        return Map.of(
                "lacuna.test.origin-port",
                String.valueOf(port),
                "lacuna.fetch.trusted-addresses",
                "127.0.0.1:" + port,
                "lacuna.fetch.delay",
                "0s",
                "lacuna.crawlers.directory",
                Scratch.folder("crawlers").toString(),
                "lacuna.evidence.directory",
                Scratch.folder("evidence").toString(),
                // the database is new in every run, and a log refuses one that it does not know
                "lacuna.log.folder",
                Scratch.folder("log-of-" + port + "-" + ProcessHandle.current().pid())
                        .toString(),
                "lacuna.data",
                Scratch.folder("data").toString());
    }

    /** The built-in definition of any site asks for twelve seconds between two visits. */
    private static void letVisitsFollowEachOther() {
        try {
            String builtIn = Files.readString(Path.of("crawlers", "any-site.yaml"));
            String quick = builtIn.replace("at-most: 5 per minute", "at-most: 6000 per minute");
            if (quick.equals(builtIn)) {
                throw new IllegalStateException("expected the pace of any-site to be 5 per minute");
            }
            Files.writeString(
                    Files.createDirectories(Scratch.folder("crawlers")).resolve("any-site.yaml"), quick);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Below the ports that outgoing connections take, so that none of ours takes it while no test has it open. */
    private static int freePort() {
        for (int port : new Random().ints(100, 20_000, 32_000).toArray()) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
        throw new IllegalStateException("expected a free port on loopback between 20000 and 32000");
    }

    @Override
    public void stop() {}
}
